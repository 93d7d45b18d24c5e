package io.github.gradsmith.processor.kernel.lowering.dropout;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.SimdCalls;
import io.github.gradsmith.processor.kernel.elementwise.DeltaFormulas;
import io.github.gradsmith.processor.kernel.elementwise.SlopeCode;
import io.github.gradsmith.processor.kernel.lowering.simple.SimpleCode;
import io.github.gradsmith.processor.kernel.lowering.simple.SumLoop;
import io.github.gradsmith.processor.plan.LayerPlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * A layer that gives what it reads; while training it gives some units of it, scaled up so that
 * their sum stays about the same, and 0 for the others. The way back hashes the masks once more:
 * that takes less than to keep them.
 *
 * @param layer which
 * @param rate how probable it is for a unit to be dropped
 * @param names names of the generated class
 * @param scalar its precision
 */
record DropoutCode(LayerPlan layer, double rate, Names names, ElementType scalar)
    implements LayerCode {
  private static final String KEY = "key";

  private SimpleCode copy() {
    return new SimpleCode(layer, SumLoop.of(layer.model()), names, scalar);
  }

  @Override
  public List<MethodSpec> forward() {
    List<MethodSpec> methods = new ArrayList<>(copy().forward());
    if (names.plan().trains()) {
      methods.add(drop());
    }
    return methods;
  }

  private MethodSpec drop() {
    return MethodSpec.methodBuilder(names.drop(layer))
        .addJavadoc("$L = $L while training.", names.a(layer), masked(names.inputLetter(layer)))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(scalar.array(), "x")
        .addParameter(TypeName.LONG, KEY)
        .addParameter(scalar.array(), "a")
        .addCode(loop("a[j] =", "x[j]"))
        .build();
  }

  /** A formula in which each unit is 0 with the layer's probability. */
  private String masked(String letter) {
    return letter + " / (1 − " + rate + "), each unit 0 with probability " + rate;
  }

  private CodeBlock loop(String assignment, String value) {
    return CodeBlock.builder()
        .beginControlFlow("for (int j = 0; j < $L; j++)", layer.outputs())
        .addStatement(
            "$L $T.apply($L * $L, key, j, $L)",
            assignment,
            ElementType.DROPOUT_MASK,
            value,
            JavaRenderer.literal(1 / (1 - rate), scalar.precision()),
            kept())
        .endControlFlow()
        .build();
  }

  /** The probability to be kept, times 2³¹; that itself becomes −2³¹. */
  private int kept() {
    return (int) Math.round((1 - rate) * 0x1p31);
  }

  @Override
  public CodeBlock forwardOfSample(String x, String s) {
    return copy().forwardOfSample(x, s);
  }

  @Override
  public CodeBlock forwardOfTile() {
    return copy().forwardOfTile();
  }

  @Override
  public CodeBlock trainingOfSample(String x, String s) {
    return drop(x, s, Names.ROW);
  }

  @Override
  public CodeBlock trainingOfTile() {
    return overTile(drop("x[from + s]", "s", Names.ROW + " + s"));
  }

  private CodeBlock drop(String x, String s, String row) {
    return CodeBlock.builder()
        .addStatement(
            "$L($L, $L, $L)",
            names.drop(layer),
            names.inputRow(layer, x, s),
            key(row),
            names.aRow(layer, s))
        .build();
  }

  private CodeBlock key(String row) {
    return CodeBlock.of("$L($L, $L)", names.method(Names.MASK_KEY), row, layer.number());
  }

  @Override
  public List<MethodSpec> delta(DeltaTarget to) {
    LayerPlan value = to.value();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(to.method(names))
            .addJavadoc("$L, under the same mask.", DeltaFormulas.back(to, errors(), names))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(scalar.array(), "next")
            .addParameter(TypeName.LONG, KEY);
    if (to.isOnly() && value.keepsZ()) {
      method.addParameter(scalar.array(), "z");
    }
    if (to.isOnly()) {
      method.addParameter(scalar.array(), "a");
    }
    CodeBlock back = loop("d[j] " + (to.adds() ? "+=" : "="), "next[j]");
    return List.of(
        method
            .addParameter(scalar.array(), "d")
            .addCode(new SlopeCode(value, scalar).timesAfter(back, SimdCalls.slope(to, names)))
            .build());
  }

  private String errors() {
    return names.d(layer) + " / (1 − " + rate + ")";
  }

  @Override
  public CodeBlock deltaOfSample(DeltaTarget to) {
    return delta(to, Names.ROW);
  }

  @Override
  public CodeBlock deltaOfTile(DeltaTarget to) {
    return overTile(delta(to, Names.ROW + " + s"));
  }

  private CodeBlock delta(DeltaTarget to, String row) {
    LayerPlan value = to.value();
    return CodeBlock.builder()
        .addStatement(
            "$L($L[s], $L, $L$L$L[s])",
            to.method(names),
            names.d(layer),
            key(row),
            to.z(names.zRow(value, "s")),
            to.isOnly() ? names.aRow(value, "s") + ", " : "",
            names.d(value))
        .build();
  }

  private static CodeBlock overTile(CodeBlock statement) {
    return CodeBlock.builder()
        .beginControlFlow("for (int s = 0; s < count; s++)")
        .add(statement)
        .endControlFlow()
        .build();
  }

  /** There is no gradient. */
  @Override
  public List<MethodSpec> accumulate() {
    return List.of();
  }

  /** There is no gradient. */
  @Override
  public CodeBlock accumulateOne() {
    return CodeBlock.of("");
  }
}
