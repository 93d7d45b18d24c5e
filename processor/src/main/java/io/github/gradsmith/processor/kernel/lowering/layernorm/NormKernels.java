package io.github.gradsmith.processor.kernel.lowering.layernorm;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerMethods;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.simd.dense.KernelFrames;
import io.github.gradsmith.processor.kernel.simd.dense.LaneSums;
import io.github.gradsmith.processor.kernel.simd.dense.Lanes;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/**
 * The SIMD kernels of a layer that makes rows normal: what {@link NormCode} does, in vectors, the
 * numbers behind the last whole one by themselves.
 *
 * @param layer which
 * @param loops of its rows
 * @param frames how methods of the companion begin and end
 */
record NormKernels(LayerPlan layer, NormLoops loops, KernelFrames frames) implements LayerMethods {
  private NormTexts texts() {
    return new NormTexts(layer, loops, frames.names());
  }

  private Lanes lanes() {
    return frames.lanes();
  }

  private ElementType scalar() {
    return lanes().scalar();
  }

  @Override
  public List<MethodSpec> forward() {
    CodeBlock row =
        CodeBlock.builder()
            .addStatement("$T s = $L", lanes().vector(), lanes().zero())
            .add(vectors(statement("s = s.add($L)", load("x"))))
            .add(sum("s", "sum"))
            .add(rest(statement("sum += x[$L]", at("j"))))
            .addStatement("$T mean = sum / $L", scalar().type(), loops.width())
            .add(vector("means", "mean"))
            .addStatement("s = $L", lanes().zero())
            .addStatement("$T q = $L", lanes().vector(), lanes().zero())
            .add(
                vectors(
                    statement("$T u = $L.sub(means)", lanes().vector(), load("x")),
                    statement("s = s.add(u)"),
                    statement("q = u.fma(u, q)")))
            .add(sums("s", "distance", "q", "square"))
            .add(
                rest(
                    statement("$T u = x[$L] - mean", scalar().type(), at("j")),
                    statement("distance += u"),
                    statement("square += u * u")))
            .addStatement("$T rest = distance / $L", scalar().type(), loops.width())
            .addStatement("$T variance = square / $L - rest * rest", scalar().type(), loops.width())
            .addStatement(
                "$T inverse = $L",
                scalar().type(),
                scalar()
                    .fromDouble(
                        "1 / Math.sqrt(Math.max(variance, 0) + "
                            + JavaRenderer.literal(loops.epsilon(), scalar().precision())
                            + ")"))
            .add(moment("MEAN", "mean"))
            .add(moment("REST", "rest"))
            .add(moment("INVERSE", "inverse"))
            .add(vector("rests", "rest"))
            .add(vector("inverses", "inverse"))
            .add(
                vectors(
                    statement(
                        "$L.sub(means).sub(rests).mul(inverses)$W.fma($L, $L)$W.intoArray(a, $L)",
                        load("x"),
                        lanes().load("w", "j"),
                        lanes().load("b", "j"),
                        at("j"))))
            .add(
                rest(
                    statement(
                        "a[$1L] = ((x[$1L] - mean - rest) * inverse) * w[j] + b[j]", at("j"))))
            .build();
    return List.of(
        MethodSpec.methodBuilder("forward" + layer.tag())
            .addJavadoc("$L", texts().forward())
            .addModifiers(Modifier.STATIC)
            .addParameter(scalar().array(), "w")
            .addParameter(scalar().array(), "b")
            .addParameter(scalar().array(), "x")
            .addParameter(scalar().array(), "m")
            .addParameter(scalar().array(), "a")
            .addCode(eachRow(row))
            .build());
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    String x = to.isOnly() ? "a" : "x";
    CodeBlock row =
        CodeBlock.builder()
            .add(moments())
            .addStatement("$T s = $L", lanes().vector(), lanes().zero())
            .addStatement("$T q = $L", lanes().vector(), lanes().zero())
            .add(
                vectors(
                    statement(
                        "$T e = $L.mul($L)",
                        lanes().vector(),
                        load("next"),
                        lanes().load("w", "j")),
                    statement("s = s.add(e)"),
                    statement("q = e.fma($L.sub(means).sub(rests), q)", load(x))))
            .add(sums("s", "error", "q", "slope"))
            .add(
                rest(
                    statement("$T e = next[$L] * w[j]", scalar().type(), at("j")),
                    statement("error += e"),
                    statement("slope += e * ($L[$L] - mean - rest)", x, at("j"))))
            .addStatement("error /= $L", loops.width())
            .addStatement("slope = slope * inverse / $L", loops.width())
            .add(vector("errors", "error"))
            .add(vector("slopes", "slope"))
            .add(
                vectors(
                    statement(
                        "$T n = $L.sub(means).sub(rests).mul(inverses)", lanes().vector(), load(x)),
                    statement(
                        "$T e = $L.mul($L).sub(errors)$W.sub(n.mul(slopes)).mul(inverses)",
                        lanes().vector(),
                        load("next"),
                        lanes().load("w", "j")),
                    to.adds()
                        ? statement("$L.add(e).intoArray(d, $L)", load("d"), at("j"))
                        : statement("e.intoArray(d, $L)", at("j"))))
            .add(
                rest(
                    statement(
                        "d[$1L] $2L$W(next[$1L] * w[j] - error$W- (($3L[$1L] - mean - rest) * inverse)"
                            + " * slope) * inverse",
                        at("j"),
                        to.adds() ? "+=" : "=",
                        x)))
            .build();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(SimdCalls.deltaName(to))
            .addJavadoc("$L", texts().delta(to))
            .addModifiers(Modifier.STATIC)
            .addParameter(scalar().array(), "w")
            .addParameter(scalar().array(), "next")
            .addParameter(scalar().array(), "m");
    if (!to.z("z").isEmpty()) {
      method.addParameter(scalar().array(), "z");
    }
    return List.of(
        method
            .addParameter(scalar().array(), x)
            .addParameter(scalar().array(), "d")
            .addCode(eachRow(row))
            .addCode(to.isOnly() ? frames.slope(to.value()) : CodeBlock.of(""))
            .build());
  }

  @Override
  public List<MethodSpec> accumulate() {
    CodeBlock row =
        CodeBlock.builder()
            .add(moments())
            .add(
                vectors(
                    statement("$T c = $L.mul(scale)", lanes().vector(), load("d")),
                    statement(
                        "$T n = $L.sub(means).sub(rests).mul(inverses)",
                        lanes().vector(),
                        load("x")),
                    statement("c.fma(n, $L).intoArray(w, j)", lanes().load("w", "j")),
                    statement("c.add($L).intoArray(b, j)", lanes().load("b", "j"))))
            .add(
                rest(
                    statement("$T c = scale * d[$L]", scalar().type(), at("j")),
                    statement("w[j] += c * ((x[$L] - mean - rest) * inverse)", at("j")),
                    statement("b[j] += c")))
            .build();
    return List.of(
        MethodSpec.methodBuilder("accumulate" + layer.tag())
            .addJavadoc("$L", texts().accumulate("of one sample"))
            .addModifiers(Modifier.STATIC)
            .addParameter(scalar().array(), "w")
            .addParameter(scalar().array(), "b")
            .addParameter(scalar().array(), "x")
            .addParameter(scalar().array(), "d")
            .addParameter(scalar().array(), "m")
            .addParameter(scalar().type(), "scale")
            .addCode(eachRow(row))
            .build());
  }

  private static CodeBlock statement(String format, Object... arguments) {
    return CodeBlock.builder().addStatement(format, arguments).build();
  }

  private String at(String j) {
    return loops.rows() == 1 ? j : "i + " + j;
  }

  private CodeBlock load(String array) {
    return lanes().load(array, at("j"));
  }

  private CodeBlock vector(String name, String value) {
    return statement("$T $L = $L", lanes().vector(), name, lanes().broadcast(value));
  }

  /** All whole vectors of a row. */
  private CodeBlock vectors(CodeBlock... body) {
    return CodeBlock.builder()
        .beginControlFlow("for (int j = 0; j <= $1L - $2L; j += $2L)", loops.width(), Lanes.LENGTH)
        .add(CodeBlock.join(List.of(body), ""))
        .endControlFlow()
        .build();
  }

  /** What they leave over; nothing where vectors of every machine end with the row. */
  private CodeBlock rest(CodeBlock... body) {
    return lanes().mayLeaveRest(loops.width())
        ? CodeBlock.builder()
            .beginControlFlow(
                "for (int j = $1L / $2L * $2L; j < $1L; j++)", loops.width(), Lanes.LENGTH)
            .add(CodeBlock.join(List.of(body), ""))
            .endControlFlow()
            .build()
        : CodeBlock.of("");
  }

  private CodeBlock sum(String vector, String name) {
    return CodeBlock.builder()
        .add(new LaneSums(lanes()).of(List.of(vector)))
        .addStatement("$T $L = $L.lane(0)", scalar().type(), name, vector)
        .build();
  }

  private CodeBlock sums(String first, String name, String second, String other) {
    return CodeBlock.builder()
        .add(new LaneSums(lanes()).of(List.of(first, second)))
        .addStatement("$T $L = $L.lane(0)", scalar().type(), name, first)
        .addStatement("$T $L = $L.lane(0)", scalar().type(), other, second)
        .build();
  }

  private CodeBlock moment(String constant, String value) {
    return statement("m[$L$T.$L] = $L", first(), ElementType.MOMENTS, constant, value);
  }

  /** Declares what was found of a row, as numbers and in all lanes. */
  private CodeBlock moments() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (String name : List.of("mean", "rest", "inverse")) {
      code.addStatement(
          "$T $L = m[$L$T.$L]",
          scalar().type(),
          name,
          first(),
          ElementType.MOMENTS,
          name.toUpperCase(Locale.ROOT));
    }
    return code.add(vector("means", "mean"))
        .add(vector("rests", "rest"))
        .add(vector("inverses", "inverse"))
        .build();
  }

  private String first() {
    return loops.rows() == 1 ? "" : "k + ";
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
}
