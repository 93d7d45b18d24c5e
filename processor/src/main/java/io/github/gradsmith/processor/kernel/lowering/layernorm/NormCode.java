package io.github.gradsmith.processor.kernel.lowering.layernorm;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.ForwardCalls;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.SlopeCode;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A layer that makes rows normal.
 *
 * <p>With n = (x − mean) / √(variance + ε), a = w ⊙ n + b, and e = w ⊙ ∂E/∂a, the mean and the
 * variance being those of x, the chain rule says ∂E/∂x = (e − mean(e) − n mean(e ⊙ n)) / √(variance
 * + ε).
 *
 * @param layer which
 * @param loops of its rows
 * @param names names of the generated class
 * @param scalar its precision
 */
record NormCode(LayerPlan layer, NormLoops loops, Names names, ElementType scalar)
    implements LayerCode {
  private static final String NORMAL = "($L[$L] - mean - rest) * inverse";

  @Override
  public List<MethodSpec> forward() {
    CodeBlock row =
        CodeBlock.builder()
            .addStatement(
                "$T.of(x, $L, $L, $L, m, $L)",
                ElementType.MOMENTS,
                place(),
                loops.width(),
                JavaRenderer.literal(loops.epsilon(), scalar.precision()),
                moments())
            .add(normal())
            .beginControlFlow("for (int j = 0; j < $L; j++)", loops.width())
            .addStatement("a[$L] = $L * w[j] + b[j]", place("j"), normal("x"))
            .endControlFlow()
            .build();
    return List.of(
        MethodSpec.methodBuilder(names.forward(layer))
            .addJavadoc("$L", texts().forward())
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.array(), "x")
            .addParameter(scalar.array(), "m")
            .addParameter(scalar.array(), "a")
            .addCode(
                simd("forward$L($L[0], $L, x, m, a)", layer.tag(), names.w(layer), names.b(layer)))
            .addStatement("$T w = $L[0]", scalar.array(), names.w(layer))
            .addStatement("$T b = $L", scalar.array(), names.b(layer))
            .addCode(eachRow(row))
            .build());
  }

  /** A call of a kernel, whose name and arguments {@code call} has. */
  private CodeBlock simd(String call, Object... arguments) {
    return SimdCalls.hasRowKernels(layer, names)
        ? SimdCalls.instead(CodeBlock.of("$T.$L", names.simdClass(), CodeBlock.of(call, arguments)))
        : CodeBlock.of("");
  }

  private NormTexts texts() {
    return new NormTexts(layer, loops, names);
  }

  /** Declares what was found of a row. */
  private CodeBlock normal() {
    return CodeBlock.builder()
        .add(moment("mean", "MEAN"))
        .add(moment("rest", "REST"))
        .add(moment("inverse", "INVERSE"))
        .build();
  }

  private CodeBlock moment(String name, String constant) {
    return CodeBlock.builder()
        .addStatement(
            "$T $L = m[$L$T.$L]",
            scalar.type(),
            name,
            loops.rows() == 1 ? "" : moments() + " + ",
            ElementType.MOMENTS,
            constant)
        .build();
  }

  private CodeBlock normal(String x) {
    return CodeBlock.of("(" + NORMAL + ")", x, place("j"));
  }

  private String place() {
    return loops.rows() == 1 ? "0" : "i";
  }

  private String place(String j) {
    return loops.rows() == 1 ? j : "i + " + j;
  }

  private String moments() {
    return loops.rows() == 1 ? "0" : "k";
  }

  private CodeBlock eachRow(CodeBlock row) {
    return loops.rows() == 1
        ? row
        : CodeBlock.builder()
            .beginControlFlow(
                "for (int i = 0, k = 0; i < $L; i += $L, k += $T.COUNT)",
                layer.outputs(),
                loops.width(),
                ElementType.MOMENTS)
            .add(row)
            .endControlFlow()
            .build();
  }

  @Override
  public CodeBlock forwardOfSample(String x, String s) {
    return CodeBlock.builder()
        .addStatement(new ForwardCalls(names.plan()).layer(layer, names.forward(layer), x, s))
        .build();
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    LayerPlan value = to.value();
    String x = to.isOnly() ? "a" : "x";
    CodeBlock row =
        CodeBlock.builder()
            .addStatement(
                "$T.ofErrors(next, w, $L, $L, m, $L)", ElementType.MOMENTS, x, place(), moments())
            .add(normal())
            .add(moment("error", "ERROR"))
            .add(moment("slope", "SLOPE"))
            .beginControlFlow("for (int j = 0; j < $L; j++)", loops.width())
            .addStatement(
                "d[$L] $L$W(next[$L] * w[j] - error - $L * slope) * inverse",
                place("j"),
                to.adds() ? "+=" : "=",
                place("j"),
                normal(x))
            .endControlFlow()
            .build();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(to.method(names))
            .addJavadoc("$L", texts().delta(to))
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.array(), "next")
            .addParameter(scalar.array(), "m");
    if (to.isOnly() && value.keepsZ()) {
      method.addParameter(scalar.array(), "z");
    }
    return List.of(
        method
            .addParameter(scalar.array(), x)
            .addParameter(scalar.array(), "d")
            .addCode(
                simd(
                    "$L($L[0], next, m, $L$L, d)",
                    SimdCalls.deltaName(to),
                    names.w(layer),
                    to.z("z"),
                    x))
            .addStatement("$T w = $L[0]", scalar.array(), names.w(layer))
            .addCode(
                new SlopeCode(value, scalar)
                    .timesAfter(
                        eachRow(row),
                        SimdCalls.hasRowKernels(layer, names)
                            ? CodeBlock.of("")
                            : SimdCalls.slope(to, names)))
            .build());
  }

  @Override
  public CodeBlock deltaOfSample(DeltaTarget to) {
    LayerPlan value = to.value();
    return CodeBlock.builder()
        .addStatement(
            "$L($L[s], $L, $L$L, $L[s])",
            to.method(names),
            names.d(layer),
            names.mRow(layer, "s"),
            to.z(names.zRow(value, "s")),
            names.aRow(value, "s"),
            names.d(value))
        .build();
  }

  @Override
  public List<MethodSpec> accumulate() {
    return List.of(ofMany(), ofOne(), ofRows());
  }

  private MethodSpec ofMany() {
    return update(names.accumulate(layer), "over count samples")
        .addParameter(scalar.matrix(), "x")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "count")
        .addParameter(scalar.type(), "scale")
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .addStatement(
            "$L(w[0], b, x[from + s], $L[s], $L, scale)",
            rowsName(),
            names.d(layer),
            names.mRow(layer, "s"))
        .endControlFlow()
        .build();
  }

  private MethodSpec ofOne() {
    return update(oneName(), "of one sample, the first")
        .addParameter(scalar.array(), "x")
        .addParameter(scalar.array(), "d")
        .addParameter(scalar.type(), "scale")
        .addStatement("$L(w[0], b, x, d, $L, scale)", rowsName(), names.mRow(layer, "0"))
        .build();
  }

  private MethodSpec.Builder update(String name, String over) {
    return MethodSpec.methodBuilder(name)
        .addJavadoc("$L", texts().accumulate(over))
        .addModifiers(Modifier.PRIVATE)
        .addParameter(scalar.matrix(), "w")
        .addParameter(scalar.array(), "b");
  }

  private MethodSpec ofRows() {
    CodeBlock row =
        CodeBlock.builder()
            .add(normal())
            .beginControlFlow("for (int j = 0; j < $L; j++)", loops.width())
            .addStatement("$T c = scale * d[$L]", scalar.type(), place("j"))
            .addStatement("w[j] += c * $L", normal("x"))
            .addStatement("b[j] += c")
            .endControlFlow()
            .build();
    return MethodSpec.methodBuilder(rowsName())
        .addJavadoc("The same for a sample whose moments are m.")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(scalar.array(), "w")
        .addParameter(scalar.array(), "b")
        .addParameter(scalar.array(), "x")
        .addParameter(scalar.array(), "d")
        .addParameter(scalar.array(), "m")
        .addParameter(scalar.type(), "scale")
        .addCode(simd("accumulate$L(w, b, x, d, m, scale)", layer.tag()))
        .addCode(eachRow(row))
        .build();
  }

  private String oneName() {
    return names.method("accumulate" + layer.tag() + "By1");
  }

  private String rowsName() {
    return names.method("accumulate" + layer.tag() + "Rows");
  }

  @Override
  public CodeBlock accumulateOne() {
    return CodeBlock.of("$L", oneName());
  }
}
