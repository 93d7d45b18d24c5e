package io.github.gradsmith.processor.kernel.memory;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Letters;
import io.github.gradsmith.processor.kernel.code.Scalar;
import io.github.gradsmith.processor.kernel.code.VectorCalls;
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
    Scalar scalar = new Scalar(buffer.precision());
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
    if (buffer.simd() instanceof SimdStorage.Strips strips) {
      return array ? scratchOfStrips(buffer, strips) : strips(buffer, strips);
    }
    TypeName type = new Scalar(buffer.precision()).type();
    if (array) {
      return CodeBlock.of("new $T[$L]", type, buffer.width());
    }
    String rows = buffer.hasRowPerSample() ? "TILE" : Integer.toString(buffer.rows());
    String choice =
        buffer.simd() instanceof SimdStorage.Absent ? VectorCalls.VECTOR + " ? 0 : " : "";
    return CodeBlock.of("new $T[$L$L][$L]", type, choice, rows, buffer.width());
  }

  private CodeBlock strips(Buffer buffer, SimdStorage.Strips strips) {
    TypeName type = new Scalar(buffer.precision()).type();
    return CodeBlock.of(
        "$L ? $T.$Ls($L, $L, $T.$L)$W: new $T[$L][$L]",
        VectorCalls.VECTOR,
        Scalar.STRIP_ARRAYS,
        type,
        strips.rows(),
        strips.neurons(),
        new Letters(plan).vectorClass(),
        WeightOrder.STRIP,
        type,
        buffer.rows(),
        buffer.width());
  }

  /** One array for a row of each sample, and for rows of weights behind them. */
  private CodeBlock scratchOfStrips(Buffer buffer, SimdStorage.Strips strips) {
    int copied = strips.rows() - plan.tile();
    return CodeBlock.of(
        "new $T[$L ? $L * $T.width($L, $T.$L)$W: $L]",
        new Scalar(buffer.precision()).type(),
        VectorCalls.VECTOR,
        copied == 0 ? "TILE" : "(TILE + " + copied + ")",
        Scalar.STRIP_ARRAYS,
        strips.neurons(),
        new Letters(plan).vectorClass(),
        WeightOrder.STRIP,
        buffer.width());
  }
}
