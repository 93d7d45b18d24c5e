package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.ActivationCode;
import io.github.gradsmith.processor.kernel.memory.PackKernel;
import io.github.gradsmith.processor.plan.ForwardShape;
import io.github.gradsmith.processor.plan.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** One method per layer: weighted sums, then activations. */
public final class ForwardKernel {
  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;

  public ForwardKernel(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
  }

  public ClassParts fragments() {
    List<MethodSpec> methods = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      if (layer.isBlocked()) {
        methods.add(forward(names.forward(layer), layer, "", allRows(layer)));
        methods.add(someRows(layer));
        methods.add(activate(layer));
      } else if (layer.sweepsColumns()) {
        methods.add(forward(names.forward(layer), layer, "", sums(layer)));
        methods.add(activate(layer));
      } else {
        methods.add(forward(names.forward(layer), layer, "", sums(layer)));
      }
      if (plan.trains() && layer.forward() instanceof InterleavedPanel packed) {
        CodeBlock sums =
            new SplitAccumulatorsForward(
                    DotProducts.sums(layer, names), packed.unpacked(), scalar, names.scratch(layer))
                .sums();
        methods.add(
            forward(names.forwardUnpacked(layer), layer, " From rows where they are.", sums));
      }
    }
    return ClassParts.ofMethods(methods);
  }

  private MethodSpec forward(String name, LayerPlan layer, String note, CodeBlock sums) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            "$1L = $2L $3L + $4L, $5L.$6L",
            names.z(layer),
            names.w(layer),
            names.inputLetter(layer),
            names.b(layer),
            ActivationCode.formula(layer, names),
            note)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(scalar.array(), "x")
        .addParameter(scalar.array(), "z")
        .addParameter(scalar.array(), "a")
        .addCode(SimdCalls.forward(layer, names))
        .addCode(sums)
        .addCode(activation(layer))
        .build();
  }

  private CodeBlock activation(LayerPlan layer) {
    return layer.goesInBlocks()
        ? CodeBlock.builder().addStatement("$L(z, a)", names.activate(layer)).build()
        : ActivationCode.of(layer, scalar);
  }

  private CodeBlock allRows(LayerPlan layer) {
    return CodeBlock.builder()
        .addStatement("$L()", names.method(PackKernel.NAME))
        .addStatement("$L(x, z, 0, $L)", names.sums(layer), layer.outputs())
        .build();
  }

  /** The sums of a block of rows: a mini-batch goes through one block after the other. */
  private MethodSpec someRows(LayerPlan layer) {
    return MethodSpec.methodBuilder(names.sums(layer))
        .addJavadoc(
            "$1L = $2L $3L + $4L, rows first to end.",
            names.z(layer),
            names.w(layer),
            names.inputLetter(layer),
            names.b(layer))
        .addModifiers(Modifier.PRIVATE)
        .addParameter(scalar.array(), "x")
        .addParameter(scalar.array(), "z")
        .addParameter(TypeName.INT, "first")
        .addParameter(TypeName.INT, "end")
        .addCode(
            new InterleavedPanelForward(layer, (InterleavedPanel) layer.forward(), scalar, names)
                .rows("first", "end"))
        .build();
  }

  private MethodSpec activate(LayerPlan layer) {
    return MethodSpec.methodBuilder(names.activate(layer))
        .addJavadoc("$L.", ActivationCode.formula(layer, names))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(scalar.array(), "z")
        .addParameter(scalar.array(), "a")
        .addCode(ActivationCode.of(layer, scalar))
        .build();
  }

  private CodeBlock sums(LayerPlan layer) {
    if (layer.forward() instanceof InterleavedPanel diagonal) {
      return new InterleavedPanelForward(layer, diagonal, scalar, names).sums();
    }
    if (layer.forward() instanceof ForwardShape.InputMajor columns) {
      return new InputMajorForward(layer, columns, scalar, names).sums();
    }
    DotProducts products = DotProducts.sums(layer, names);
    if (layer.forward() instanceof ForwardShape.SplitAccumulators fold) {
      return new SplitAccumulatorsForward(products, fold, scalar, names.scratch(layer)).sums();
    }
    if (layer.forward() instanceof ForwardShape.RegisterBlocks blocks) {
      return RegisterBlocksForward.sums(products, blocks.rows(), scalar);
    }
    return UnrolledForward.sums(layer, names);
  }
}
