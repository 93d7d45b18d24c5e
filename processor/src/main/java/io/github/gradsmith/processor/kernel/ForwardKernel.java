package io.github.gradsmith.processor.kernel;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.plan.ForwardShape;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** One method per layer: weighted sums, then activations. */
final class ForwardKernel {
  private final NetworkPlan plan;
  private final Scalar scalar;
  private final Letters letters;

  ForwardKernel(NetworkPlan plan, Scalar scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.letters = new Letters(plan);
  }

  Fragments fragments() {
    List<MethodSpec> methods = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      methods.add(forward(letters.forward(layer), layer, "", sums(layer)));
      if (plan.trains() && layer.forward() instanceof ForwardShape.DiagonalRows packed) {
        CodeBlock sums =
            new FoldedRowsForward(
                    DotProducts.sums(layer, letters), packed.unpacked(), scalar, letters.t(layer))
                .sums();
        methods.add(
            forward(letters.forwardUnpacked(layer), layer, " From rows where they are.", sums));
      }
    }
    return Fragments.ofMethods(methods);
  }

  private MethodSpec forward(String name, LayerPlan layer, String note, CodeBlock sums) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            "$1L = $2L $3L + $4L, $5L.$6L",
            letters.z(layer),
            letters.w(layer),
            letters.inputLetter(layer),
            letters.b(layer),
            ActivationCode.formula(layer, letters),
            note)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(scalar.array(), "x")
        .addParameter(scalar.array(), "z")
        .addParameter(scalar.array(), "a")
        .addCode(VectorCalls.forward(layer, letters))
        .addCode(sums)
        .addCode(ActivationCode.of(layer, scalar))
        .build();
  }

  private CodeBlock sums(LayerPlan layer) {
    if (layer.forward() instanceof ForwardShape.DiagonalRows diagonal) {
      return new DiagonalRowsForward(layer, diagonal, scalar, letters).sums();
    }
    if (layer.forward() instanceof ForwardShape.Columns columns) {
      return new ColumnsForward(layer, columns, scalar, letters).sums();
    }
    DotProducts products = DotProducts.sums(layer, letters);
    if (layer.forward() instanceof ForwardShape.FoldedRows fold) {
      return new FoldedRowsForward(products, fold, scalar, letters.t(layer)).sums();
    }
    if (layer.forward() instanceof ForwardShape.RowBlocks blocks) {
      return RowBlocksForward.sums(products, blocks.rows(), scalar);
    }
    return UnrolledForward.sums(layer, letters);
  }
}
