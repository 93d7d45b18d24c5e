package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.plan.Buffer;
import io.github.gradsmith.processor.plan.Buffer.Layout;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.simd.SimdStorage;
import javax.lang.model.element.Modifier;

/**
 * How generated code declares and creates the arrays of a plan.
 *
 * @param plan the network that is written
 */
public record BufferCode(NetworkPlan plan) {
  /** A field that is given its value elsewhere. */
  FieldSpec.Builder declaration(Buffer buffer) {
    ElementType scalar = new ElementType(buffer.precision());
    TypeName type = buffer.layout() == Layout.ARRAY ? scalar.array() : scalar.matrix();
    return FieldSpec.builder(type, buffer.name(), Modifier.PRIVATE, Modifier.FINAL);
  }

  /** A field with its value. */
  FieldSpec field(Buffer buffer) {
    return declaration(buffer).initializer(creation(buffer)).build();
  }

  /** New arrays, all 0. */
  public CodeBlock creation(Buffer buffer) {
    boolean array = buffer.layout() == Layout.ARRAY;
    if (buffer.simd() instanceof SimdStorage.Panels panels) {
      return array ? scratchOfPanels(buffer, panels) : weights(buffer);
    }
    TypeName type = new ElementType(buffer.precision()).type();
    if (array) {
      return CodeBlock.of("new $T[$L]", type, buffer.width());
    }
    String rows = buffer.hasRowPerSample() ? "TILE" : Integer.toString(buffer.rows());
    String choice = buffer.simd() instanceof SimdStorage.Absent ? SimdCalls.VECTOR + " ? 0 : " : "";
    return CodeBlock.of("new $T[$L$L][$L]", type, choice, rows, buffer.width());
  }

  /** Weights, or numbers for each of them, in the order of their layer. */
  private CodeBlock weights(Buffer buffer) {
    return CodeBlock.of(
        "$L.$Ls()",
        new Names(plan).layout(plan.layer(buffer.layer())),
        new ElementType(buffer.precision()).type());
  }

  /** One array for a row of each sample, and for rows of weights behind them. */
  private CodeBlock scratchOfPanels(Buffer buffer, SimdStorage.Panels panels) {
    int copied = panels.rows() - plan.tile();
    return CodeBlock.of(
        "new $T[$L ? $L * $T.width($L, $T.$L)$W: $L]",
        new ElementType(buffer.precision()).type(),
        SimdCalls.VECTOR,
        copied == 0 ? "TILE" : "(TILE + " + copied + ")",
        ElementType.PANEL_ARRAYS,
        panels.neurons(),
        new Names(plan).simdClass(),
        WeightOrder.PANEL,
        buffer.width());
  }
}
