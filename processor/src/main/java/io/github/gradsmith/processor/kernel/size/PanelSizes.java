package io.github.gradsmith.processor.kernel.size;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.memory.WeightOrder;
import io.github.gradsmith.processor.plan.Buffer;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.Memory;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.simd.SimdStorage;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/** Memory of a network whose large layers are in panels: it depends on the width of vectors. */
public final class PanelSizes {
  /** The constant for the working memory. */
  public static final String SCRATCH = "SCRATCH_BYTES";

  /** The constant for all arrays, with headers. */
  public static final String HEAP = "HEAP_BYTES";

  private final NetworkPlan plan;
  private final Memory memory;

  public PanelSizes(NetworkPlan plan) {
    this.plan = plan;
    this.memory = plan.memory();
  }

  public List<FieldSpec> constants() {
    return List.of(
        constant(SCRATCH, "Bytes of working memory.", scratch()),
        constant(HEAP, "Bytes of all arrays of a network, with headers.", heap()));
  }

  private static FieldSpec constant(String name, String javadoc, CodeBlock value) {
    return FieldSpec.builder(TypeName.LONG, name, Modifier.STATIC, Modifier.FINAL)
        .addJavadoc("$L", javadoc)
        .initializer(value)
        .build();
  }

  /** Numbers that {@code buffers} in panels have for each neuron. */
  private static long rows(List<Buffer> buffers) {
    return buffers.stream().mapToLong(buffer -> storage(buffer).rows()).sum();
  }

  private static SimdStorage.Panels storage(Buffer buffer) {
    return (SimdStorage.Panels) buffer.simd();
  }

  private List<Buffer> panels(LayerPlan layer, Predicate<Buffer> which) {
    return plan.buffers(layer).stream()
        .filter(buffer -> buffer.simd() instanceof SimdStorage.Panels)
        .filter(which)
        .toList();
  }

  private static boolean isArray(Buffer buffer) {
    return buffer.layout() == Buffer.Layout.ARRAY;
  }

  /** Sums and deltas of all samples, the weights they go back through, and the gradient. */
  private CodeBlock scratch() {
    CodeBlock.Builder code = CodeBlock.builder().add("$LL", memory.fixedWorkingBytes());
    for (LayerPlan layer : plan.layers()) {
      List<Buffer> own = panels(layer, buffer -> !buffer.role().isShared());
      if (!own.isEmpty()) {
        code.add(filledUp(own));
      }
    }
    return code.build();
  }

  /** Weights, their gradient and what the optimizer keeps of them; and the scratch. */
  private CodeBlock heap() {
    CodeBlock.Builder code = CodeBlock.builder().add("$LL", memory.fixedHeapBytes());
    for (LayerPlan layer : plan.layers()) {
      List<Buffer> matrices = panels(layer, buffer -> !isArray(buffer));
      if (!matrices.isEmpty()) {
        code.add(
            "$W+ $L * $T.heapBytes($L, $L, $L, $L)",
            matrices.size(),
            ElementType.PANEL_ARRAYS,
            layer.inputs(),
            layer.outputs(),
            WeightOrder.PANEL,
            matrices.get(0).precision().bytes());
        code.add(filledUp(panels(layer, PanelSizes::isArray)));
      }
    }
    return code.build();
  }

  /** Bytes of some numbers for each neuron, the last panel filled up. */
  private static CodeBlock filledUp(List<Buffer> buffers) {
    Buffer any = buffers.get(0);
    return CodeBlock.of(
        "$W+ $LL * $T.width($L, $L)",
        any.precision().bytes() * rows(buffers),
        ElementType.PANEL_ARRAYS,
        storage(any).neurons(),
        WeightOrder.PANEL);
  }
}
