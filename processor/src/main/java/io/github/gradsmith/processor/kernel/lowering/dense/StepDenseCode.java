package io.github.gradsmith.processor.kernel.lowering.dense;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.ForwardCalls;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.elementwise.ActivationCode;
import io.github.gradsmith.processor.kernel.elementwise.DeltaFormulas;
import io.github.gradsmith.processor.kernel.elementwise.SlopeCode;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A dense layer over the last of several dimensions: the same weights for every step.
 *
 * @param layer which
 * @param names names of the generated class
 * @param scalar its precision
 */
record StepDenseCode(LayerPlan layer, Names names, ElementType scalar) implements LayerCode {
  /** Rows that share the loads of an input. */
  static final int ROWS = 4;

  private int inputs() {
    return layer.weightInputs();
  }

  private int units() {
    return layer.weightOutputs();
  }

  /** The statements {@code body} for each step, whose input begins at p and whose sums at q. */
  private CodeBlock steps(CodeBlock body) {
    return CodeBlock.builder()
        .beginControlFlow(
            "for (int p = 0, q = 0; q < $L; p += $L, q += $L)", layer.outputs(), inputs(), units())
        .add(body)
        .endControlFlow()
        .build();
  }

  @Override
  public List<MethodSpec> forward() {
    int whole = units() / ROWS * ROWS;
    CodeBlock.Builder step = CodeBlock.builder();
    if (whole > 0) {
      step.beginControlFlow("for (int j = 0; j < $L; j += $L)", whole, ROWS)
          .add(sums("j", 0, ROWS))
          .endControlFlow();
    }
    if (whole < units()) {
      step.add(sums("", whole, units() - whole));
    }
    return List.of(
        MethodSpec.methodBuilder(names.forward(layer))
            .addJavadoc(
                "$1L = $2L $3L$4L for each step, $5L.",
                names.z(layer),
                names.w(layer),
                names.inputLetter(layer),
                layer.lacksBiases() ? "" : " + " + names.b(layer),
                ActivationCode.formula(layer, names))
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.array(), "x")
            .addParameter(scalar.array(), "z")
            .addParameter(scalar.array(), "a")
            .addCode(steps(step.build()))
            .addCode(ActivationCode.of(layer, scalar))
            .build());
  }

  /** Sums of rows {@code start + first}…; {@code start} is a variable's name or empty. */
  private CodeBlock sums(String start, int first, int rows) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int r = first; r < first + rows; r++) {
      code.addStatement("$T r$L = $L[$L]", scalar.array(), r, names.w(layer), plus(start, r));
    }
    for (int r = first; r < first + rows; r++) {
      code.addStatement("$T s$L = $L[$L]", scalar.type(), r, names.addend(layer), plus(start, r));
    }
    code.beginControlFlow("for (int i = 0; i < $L; i++)", inputs())
        .addStatement("$T v = x[p + i]", scalar.type());
    for (int r = first; r < first + rows; r++) {
      code.addStatement("s$1L += r$1L[i] * v", r);
    }
    code.endControlFlow();
    for (int r = first; r < first + rows; r++) {
      String place = plus(start, r);
      code.addStatement("z[$L] = s$L", place.equals("0") ? "q" : "q + " + place, r);
    }
    return code.build();
  }

  private static String plus(String start, int number) {
    if (start.isEmpty()) {
      return Integer.toString(number);
    }
    return number == 0 ? start : start + " + " + number;
  }

  @Override
  public CodeBlock forwardOfSample(String x, String s) {
    return CodeBlock.builder().addStatement(call(x, s)).build();
  }

  @Override
  public CodeBlock forwardOfTile() {
    return overTile(CodeBlock.builder().addStatement(call("x[from + s]", "s")).build());
  }

  private CodeBlock call(String x, String s) {
    return new ForwardCalls(names.plan()).layer(layer, names.forward(layer), x, s);
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    LayerPlan value = to.value();
    String errors = DeltaFormulas.throughWeights(layer, names);
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(to.method(names))
            .addJavadoc("$L, for each step.", DeltaFormulas.back(to, errors, names))
            .addModifiers(Modifier.PRIVATE)
            .addParameter(scalar.array(), "next");
    if (to.isOnly() && value.keepsZ()) {
      method.addParameter(scalar.array(), "z");
    }
    if (to.isOnly()) {
      method.addParameter(scalar.array(), "a");
    }
    method.addParameter(scalar.array(), "d");
    if (!to.adds()) {
      method.addStatement("$T.fill(d, 0)", Arrays.class);
    }
    CodeBlock step =
        CodeBlock.builder()
            .beginControlFlow("for (int j = 0; j < $L; j++)", units())
            .addStatement("$T r = $L[j]", scalar.array(), names.w(layer))
            .addStatement("$T c = next[q + j]", scalar.type())
            .beginControlFlow("for (int i = 0; i < $L; i++)", inputs())
            .addStatement("d[p + i] += c * r[i]")
            .endControlFlow()
            .endControlFlow()
            .build();
    return List.of(method.addCode(new SlopeCode(value, scalar).timesAfter(steps(step))).build());
  }

  @Override
  public CodeBlock deltaOfSample(DeltaTarget to) {
    LayerPlan value = to.value();
    return CodeBlock.builder()
        .addStatement(
            "$L($L[s], $L$L$L[s])",
            to.method(names),
            names.d(layer),
            to.z(names.zRow(value, "s")),
            to.isOnly() ? names.aRow(value, "s") + ", " : "",
            names.d(value))
        .build();
  }

  @Override
  public CodeBlock deltaOfTile(DeltaTarget to) {
    return overTile(deltaOfSample(to));
  }

  private static CodeBlock overTile(CodeBlock statement) {
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .add(statement)
        .endControlFlow()
        .build();
  }

  @Override
  public List<MethodSpec> accumulate() {
    CodeBlock call =
        CodeBlock.builder()
            .addStatement("$L(w, b, x[from + s], $L[s], scale)", accumulateOne(), names.d(layer))
            .build();
    MethodSpec many =
        update(names.accumulate(layer), "over count samples")
            .addParameter(scalar.matrix(), "x")
            .addParameter(TypeName.INT, "from")
            .addParameter(TypeName.INT, "count")
            .addParameter(scalar.type(), "scale")
            .addCode(overTile(call))
            .build();
    return List.of(many, ofOne());
  }

  private MethodSpec ofOne() {
    CodeBlock step =
        CodeBlock.builder()
            .beginControlFlow("for (int j = 0; j < $L; j++)", units())
            .addStatement("$T r = w[j]", scalar.array())
            .addStatement("$T c = scale * d[q + j]", scalar.type())
            .beginControlFlow("for (int i = 0; i < $L; i++)", inputs())
            .addStatement("r[i] += c * x[p + i]")
            .endControlFlow()
            .addStatement("b[j] += c")
            .endControlFlow()
            .build();
    return update(accumulateOne().toString(), "over the steps of one sample")
        .addModifiers(Modifier.STATIC)
        .addParameter(scalar.array(), "x")
        .addParameter(scalar.array(), "d")
        .addParameter(scalar.type(), "scale")
        .addCode(steps(step))
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

  @Override
  public CodeBlock accumulateOne() {
    return CodeBlock.of("$L", names.method("accumulate" + layer.tag() + "By1"));
  }
}
