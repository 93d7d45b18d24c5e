package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.Fragments;
import io.github.gradsmith.processor.kernel.code.Letters;
import io.github.gradsmith.processor.kernel.code.Scalar;
import io.github.gradsmith.processor.kernel.code.VectorCalls;
import io.github.gradsmith.processor.kernel.elementwise.ActivationCode;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.plan.ForwardShape;
import io.github.gradsmith.processor.plan.ForwardShape.DiagonalRows;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** One method per layer: weighted sums, then activations. */
public final class ForwardKernel {
  private final NetworkPlan plan;
  private final Scalar scalar;
  private final Letters letters;

  public ForwardKernel(NetworkPlan plan, Scalar scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.letters = new Letters(plan);
  }

  public Fragments fragments() {
    List<MethodSpec> methods = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      if (layer.isBlocked()) {
        methods.add(forward(letters.forward(layer), layer, "", allRows(layer)));
        methods.add(someRows(layer));
        methods.add(activate(layer));
      } else if (layer.sweepsColumns()) {
        methods.add(forward(letters.forward(layer), layer, "", sums(layer)));
        methods.add(activate(layer));
      } else {
        methods.add(forward(letters.forward(layer), layer, "", sums(layer)));
      }
      if (plan.trains() && layer.forward() instanceof DiagonalRows packed) {
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
        .addCode(activation(layer))
        .build();
  }

  private CodeBlock activation(LayerPlan layer) {
    return layer.goesInBlocks()
        ? CodeBlock.builder().addStatement("$L(z, a)", letters.activate(layer)).build()
        : ActivationCode.of(layer, scalar);
  }

  private CodeBlock allRows(LayerPlan layer) {
    return CodeBlock.builder()
        .addStatement("$L()", letters.method(PackKernel.NAME))
        .addStatement("$L(x, z, 0, $L)", letters.sums(layer), layer.outputs())
        .build();
  }

  /** The sums of a block of rows: a mini-batch goes through one block after the other. */
  private MethodSpec someRows(LayerPlan layer) {
    return MethodSpec.methodBuilder(letters.sums(layer))
        .addJavadoc(
            "$1L = $2L $3L + $4L, rows first to end.",
            letters.z(layer),
            letters.w(layer),
            letters.inputLetter(layer),
            letters.b(layer))
        .addModifiers(Modifier.PRIVATE)
        .addParameter(scalar.array(), "x")
        .addParameter(scalar.array(), "z")
        .addParameter(TypeName.INT, "first")
        .addParameter(TypeName.INT, "end")
        .addCode(
            new DiagonalRowsForward(layer, (DiagonalRows) layer.forward(), scalar, letters)
                .rows("first", "end"))
        .build();
  }

  private MethodSpec activate(LayerPlan layer) {
    return MethodSpec.methodBuilder(letters.activate(layer))
        .addJavadoc("$L.", ActivationCode.formula(layer, letters))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(scalar.array(), "z")
        .addParameter(scalar.array(), "a")
        .addCode(ActivationCode.of(layer, scalar))
        .build();
  }

  private CodeBlock sums(LayerPlan layer) {
    if (layer.forward() instanceof DiagonalRows diagonal) {
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
