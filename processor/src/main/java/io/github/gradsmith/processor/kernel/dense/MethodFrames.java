package io.github.gradsmith.processor.kernel.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Indices;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.ActivationCode;
import io.github.gradsmith.processor.kernel.elementwise.DeltaFormulas;
import io.github.gradsmith.processor.kernel.elementwise.SlopeCode;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import javax.lang.model.element.Modifier;

/**
 * The methods of a layer without the loops in them.
 *
 * @param layer whose methods they are
 * @param scalar its precision
 * @param names names of the generated class
 */
record MethodFrames(LayerPlan layer, ElementType scalar, Names names) {
  /** Weighted sums, then activations. */
  MethodSpec forward(String name, String note, CodeBlock sums, CodeBlock activation) {
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
        .addCode(activation)
        .build();
  }

  /** The sums of a block of rows: a mini-batch goes through one block after the other. */
  MethodSpec sums(CodeBlock rows) {
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
        .addCode(rows)
        .build();
  }

  /** Activations alone, where a mini-batch's sums come another way. */
  MethodSpec activate() {
    return MethodSpec.methodBuilder(names.activate(layer))
        .addJavadoc("$L.", ActivationCode.formula(layer, names))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(scalar.array(), "z")
        .addParameter(scalar.array(), "a")
        .addCode(ActivationCode.of(layer, scalar))
        .build();
  }

  /** The call of {@link #activate} in {@link #forward}. */
  CodeBlock callOfActivate() {
    return CodeBlock.builder().addStatement("$L(z, a)", names.activate(layer)).build();
  }

  /** The deltas of the layer before. */
  MethodSpec delta(LayerPlan before, CodeBlock loops) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.delta(before))
            .addJavadoc(
                "$L.",
                DeltaFormulas.hidden(before, DeltaFormulas.throughWeights(layer, names), names))
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.array(), "next");
    return ofNeurons(method, before).addCode(SimdCalls.delta(before, names)).addCode(loops).build();
  }

  /** The last step of {@link #delta} alone, for mini-batches whose errors come another way. */
  MethodSpec slope(LayerPlan before) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.slope(before))
            .addJavadoc("$L.", DeltaFormulas.slope(before, names))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC);
    return ofNeurons(method, before).addCode(new SlopeCode(before, scalar).times()).build();
  }

  private MethodSpec.Builder ofNeurons(MethodSpec.Builder method, LayerPlan before) {
    if (before.keepsZ()) {
      method.addParameter(scalar.array(), "z");
    }
    return method.addParameter(scalar.array(), "a").addParameter(scalar.array(), "d");
  }

  /** The gradient of any number of samples. */
  MethodSpec accumulate(CodeBlock loops) {
    return update(names.accumulate(layer), "over count samples")
        .addParameter(scalar.matrix(), "x")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "count")
        .addParameter(scalar.type(), "scale")
        .addCode(SimdCalls.accumulateMany(layer, names))
        .addCode(loops)
        .build();
  }

  /** The gradient of as many samples as share the loads of a row. */
  MethodSpec.Builder accumulateGroup() {
    MethodSpec.Builder method =
        update(groupName(), "over " + ForwardShape.UPDATE_SAMPLES + " samples")
            .addParameter(scalar.matrix(), "x")
            .addParameter(TypeName.INT, "row")
            .addParameter(TypeName.INT, "s")
            .addParameter(scalar.type(), "scale");
    for (int s = 0; s < ForwardShape.UPDATE_SAMPLES; s++) {
      method.addStatement(
          "$T delta$L = $L[$L]", scalar.array(), s, names.d(layer), Indices.plus("s", s));
    }
    return method;
  }

  /** The gradient of one sample. */
  MethodSpec accumulateOne(CodeBlock loops) {
    MethodSpec.Builder method = update(singleName(), "of one sample");
    if (!layer.hasPanels()) { // whose kernels need the scratch of the object
      method.addModifiers(Modifier.STATIC);
    }
    return method
        .addParameter(scalar.array(), "x")
        .addParameter(scalar.array(), "d")
        .addParameter(scalar.type(), "scale")
        .addCode(loops)
        .build();
  }

  private MethodSpec.Builder update(String name, String over) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            "w += scale Σ $1L $2Lᵀ, b += scale Σ $1L, $3L.",
            names.d(layer),
            names.inputLetter(layer),
            over)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(scalar.matrix(), "w")
        .addParameter(scalar.array(), "b");
  }

  String groupName() {
    return names.method("accumulate" + layer.number() + "By" + ForwardShape.UPDATE_SAMPLES);
  }

  String singleName() {
    return names.method("accumulate" + layer.number() + "By1");
  }
}
