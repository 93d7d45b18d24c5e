package io.github.gradsmith.processor.kernel.lowering.simple;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kind.norm.NormalizationKind;
import io.github.gradsmith.processor.model.LayerModel;
import java.util.List;

/**
 * Each number less its mean, divided by its deviation, both of which are fields.
 *
 * @param width numbers of the value
 * @param tag what the names of the fields end with
 */
public record NormalizationLoop(int width, String tag) implements SimpleLoop {
  /** The loop of {@code layer}. */
  public static NormalizationLoop of(LayerModel layer) {
    return new NormalizationLoop(layer.outputs(), layer.name().tag());
  }

  @Override
  public boolean readsFields() {
    return true;
  }

  @Override
  public CodeBlock forward(List<String> inputs, String result, ElementType scalar) {
    return loop(result + "[j] =", "(" + inputs.get(0) + "[j] - mean" + tag + "[j])", scalar);
  }

  @Override
  public CodeBlock back(int use, List<String> inputs, String assignment, ElementType scalar) {
    return loop("d[j] " + assignment, "next[j]", scalar);
  }

  private CodeBlock loop(String assignment, String dividend, ElementType scalar) {
    return CodeBlock.builder()
        .beginControlFlow("for (int j = 0; j < $L; j++)", width)
        .addStatement(
            "$L $L / $T.max($L$T.sqrt(variance$L[j]), $L)",
            assignment,
            dividend,
            Math.class,
            scalar.isFloat() ? "(float) " : "",
            Math.class,
            tag,
            JavaRenderer.literal(NormalizationKind.LEAST_DEVIATION, scalar.precision()))
        .endControlFlow()
        .build();
  }

  @Override
  public String formula(List<String> inputs) {
    return "(" + inputs.get(0) + " − mean" + tag + ") / " + deviation();
  }

  private String deviation() {
    return "max(√variance" + tag + ", 1e-7)";
  }

  @Override
  public String errors(int use, List<String> inputs, String delta) {
    return delta + " / " + deviation();
  }

  @Override
  public String words() {
    return "number by number";
  }
}
