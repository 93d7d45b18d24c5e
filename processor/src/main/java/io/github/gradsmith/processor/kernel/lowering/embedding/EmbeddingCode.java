package io.github.gradsmith.processor.kernel.lowering.embedding;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.ForwardCalls;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A layer that looks up rows. That its indices are some is checked before anything is computed.
 *
 * @param layer which
 * @param names names of the generated class
 * @param scalar its precision
 */
record EmbeddingCode(LayerPlan layer, Names names, ElementType scalar) implements LayerCode {
  private int indices() {
    return layer.inputs();
  }

  private int units() {
    return layer.rowLength();
  }

  @Override
  public List<MethodSpec> forward() {
    return List.of(
        MethodSpec.methodBuilder(names.forward(layer))
            .addJavadoc(
                "$L = the rows of $L with the numbers $L.",
                names.a(layer),
                names.w(layer),
                names.inputLetter(layer))
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.array(), "x")
            .addParameter(scalar.array(), "a")
            .beginControlFlow("for (int k = 0; k < $L; k++)", indices())
            .addStatement(
                "$T.arraycopy($L[(int) x[k]], 0, a, k * $L, $L)",
                System.class,
                names.w(layer),
                units(),
                units())
            .endControlFlow()
            .build());
  }

  @Override
  public CodeBlock forwardOfSample(String x, String s) {
    return CodeBlock.builder()
        .addStatement(new ForwardCalls(names.plan()).layer(layer, names.forward(layer), x, s))
        .build();
  }

  /** Nothing goes back to indices. */
  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    throw new IllegalArgumentException("an index has no delta: " + to);
  }

  /** Nothing goes back to indices. */
  @Override
  public CodeBlock deltaOfSample(DeltaTarget to) {
    throw new IllegalArgumentException("an index has no delta: " + to);
  }

  @Override
  public List<MethodSpec> accumulate() {
    return List.of(ofMany(), ofOne());
  }

  private MethodSpec ofMany() {
    return update(names.accumulate(layer), "over count samples")
        .addParameter(scalar.matrix(), "x")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "count")
        .addParameter(scalar.type(), "scale")
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement("$L(w, b, x[from + s], $L[s], scale)", oneName(), names.d(layer))
        .endControlFlow()
        .build();
  }

  private MethodSpec ofOne() {
    return update(oneName(), "of one sample; there are no biases")
        .addModifiers(Modifier.STATIC)
        .addParameter(scalar.array(), "x")
        .addParameter(scalar.array(), "d")
        .addParameter(scalar.type(), "scale")
        .beginControlFlow("for (int k = 0; k < $L; k++)", indices())
        .addStatement("$T r = w[(int) x[k]]", scalar.array())
        .beginControlFlow("for (int j = 0; j < $L; j++)", units())
        .addStatement("r[j] += scale * d[k * $L + j]", units())
        .endControlFlow()
        .endControlFlow()
        .build();
  }

  private MethodSpec.Builder update(String name, String over) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc(
            "The rows of w with the numbers $L += scale Σ $L, $L.",
            names.inputLetter(layer),
            names.d(layer),
            over)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(scalar.matrix(), "w")
        .addParameter(scalar.array(), "b");
  }

  private String oneName() {
    return names.method("accumulate" + layer.tag() + "By1");
  }

  @Override
  public CodeBlock accumulateOne() {
    return CodeBlock.of("$L", oneName());
  }
}
