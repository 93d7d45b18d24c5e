package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.plan.ForwardShape.DiagonalRows;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Memory of a network whose large layers are in strips: it depends on the width of vectors. */
final class StripSizes {
  /** The constant for the working memory. */
  static final String SCRATCH = "SCRATCH_BYTES";

  /** The constant for all arrays, with headers. */
  static final String HEAP = "HEAP_BYTES";

  private static final int EMPTY_ARRAY = 16;

  private final NetworkPlan plan;
  private final Scalar scalar;
  private final Sizes sizes;

  StripSizes(NetworkPlan plan, Scalar scalar, Sizes sizes) {
    this.plan = plan;
    this.scalar = scalar;
    this.sizes = sizes;
  }

  List<FieldSpec> constants() {
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

  private List<LayerPlan> strips() {
    return plan.layers().stream().filter(LayerPlan::hasStrips).toList();
  }

  private int rows(LayerPlan layer) {
    return plan.tile() + plan.copiedRows(layer);
  }

  /** Sums and deltas of all samples, the weights they go back through, and the gradient. */
  private CodeBlock scratch() {
    Constants constants = new Constants(plan, scalar, sizes);
    CodeBlock.Builder code = CodeBlock.builder().add("$LL", constants.fixedScratchBytes());
    for (LayerPlan layer : strips()) {
      code.add(
          "$W+ $LL * $T.width($L, $L)",
          (long) scalar.bytes() * (rows(layer) + (plan.trains() ? layer.inputs() : 0)),
          Scalar.STRIP_ARRAYS,
          layer.outputs(),
          WeightOrder.STRIP);
    }
    return code.build();
  }

  /** Weights, their gradient and what the optimizer keeps of them; and the scratch. */
  private CodeBlock heap() {
    int matrices = plan.trains() ? 2 + plan.update().slots().size() : 1;
    long fixed = sizes.fixedHeapBytes();
    CodeBlock.Builder strips = CodeBlock.builder();
    for (LayerPlan layer : strips()) {
      fixed += EMPTY_ARRAY; // header of the scratch
      boolean copies = layer.forward() instanceof DiagonalRows || plan.transposes(layer);
      fixed += copies ? EMPTY_ARRAY : 0; // where the plain loops have a copy of the weights
      strips.add(
          "$W+ $L * $T.heapBytes($L, $L, $L, $L)",
          matrices,
          Scalar.STRIP_ARRAYS,
          layer.inputs(),
          layer.outputs(),
          WeightOrder.STRIP,
          scalar.bytes());
      strips.add(
          "$W+ $LL * $T.width($L, $L)",
          (long) scalar.bytes() * rows(layer),
          Scalar.STRIP_ARRAYS,
          layer.outputs(),
          WeightOrder.STRIP);
    }
    return CodeBlock.of("$LL$L", fixed, strips.build());
  }
}
