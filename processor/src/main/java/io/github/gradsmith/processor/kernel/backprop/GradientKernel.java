package io.github.gradsmith.processor.kernel.backprop;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.kernel.code.DeltaTarget;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.LayerCode;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.elementwise.LossKernel;
import io.github.gradsmith.processor.kernel.elementwise.OutputDeltaKernel;
import io.github.gradsmith.processor.kernel.lowering.registry.Lowerings;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.backward.DeltaStep;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Backpropagation over a sample, a tile and a whole mini-batch. */
public final class GradientKernel {
  /** The method that adds a mean gradient to the gradient arrays. */
  public static final String ADDED = "addMeanGradient";

  /** The same of samples that have weights. */
  public static final String ADDED_WEIGHTED = "addWeightedGradient";

  private static final String TILE = "backpropagateTile";
  private static final String ROW = "row + from - start";

  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;
  private final OutputDeltaKernel outputDelta;
  private final LossKernel loss;
  private final BatchPass layerByLayer;
  private final MiniBatchRows rows;

  public GradientKernel(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
    this.outputDelta = new OutputDeltaKernel(plan, scalar);
    this.loss = new LossKernel(plan, scalar);
    this.layerByLayer = new BatchPass(plan, scalar);
    this.rows = new MiniBatchRows(plan);
  }

  public List<MethodSpec> backpropagation() {
    List<MethodSpec> methods = new ArrayList<>(rows.keys());
    methods.addAll(List.of(sample(), tile()));
    if (plan.goesByLayer()) {
      methods.add(layerByLayer.backpropagate());
    }
    methods.add(meanGradient());
    if (plan.sharesSteps()) {
      methods.add(batch(ADDED, "Adds samples' mean gradient to gw and gb").addCode(sum()).build());
    }
    methods.add(weightedGradient());
    return methods;
  }

  /**
   * Everything that goes back is linear in the deltas: those of a sample are multiplied by its
   * weight once they have all been computed.
   */
  private MethodSpec weightedGradient() {
    CodeBlock weighed = CodeBlock.of("loss += weights[s] / total * ");
    CodeBlock.Builder code = CodeBlock.builder();
    if (plan.goesByLayer()) {
      code.addStatement("$L(x, t, from, from + count$L)", names.method(TILE), rows.argument(ROW))
          .beginControlFlow("for (int s = from; s < from + count; s++)")
          .addStatement("$L$L($L)", weighed, names.loss(), loss.arguments("s - from", "t[s]"));
    } else {
      code.beginControlFlow("for (int s = from; s < from + count; s++)")
          .addStatement(
              "$L$L(x[s], t[s], s - from$L$L)",
              weighed,
              names.method("backpropagate"),
              manySamples("count"),
              rows.argument("row + s - start"));
    }
    code.endControlFlow();
    for (LayerPlan layer : plan.learning()) {
      code.addStatement(
          "$T.weigh($L, weights, total, from, from + count)",
          ElementType.LAYER_ARRAYS,
          names.d(layer));
    }
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method(ADDED_WEIGHTED))
            .addJavadoc(
                "Adds gradients times weights / total to gw and gb; returns the losses likewise.")
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.DOUBLE)
            .addParameter(scalar.matrix(), "x")
            .addParameter(scalar.matrix(), "t")
            .addParameter(scalar.array(), "weights")
            .addParameter(TypeName.DOUBLE, "total")
            .addParameter(TypeName.INT, "start")
            .addParameter(TypeName.INT, "to");
    return rows.parameter(method)
        .addStatement("$T scale = $L", scalar.type(), JavaRenderer.literal(1, scalar.precision()))
        .addStatement("double loss = 0")
        .beginControlFlow("for (int from = start; from < to; from += TILE)")
        .addStatement("int count = $T.min(TILE, to - from)", Math.class)
        .addCode(code.build())
        .addCode(accumulate("x", true))
        .endControlFlow()
        .addStatement("return loss")
        .build();
  }

  /** Statements that set all gradients to 0. */
  public CodeBlock clear() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (LayerPlan layer : plan.learning()) {
      code.addStatement(
          "$T.clear($L, $L)", ElementType.LAYER_ARRAYS, names.gw(layer), names.gb(layer));
    }
    return code.build();
  }

  /** Calls that add the scaled gradient of a tile to the weights, or to the gradient arrays. */
  public CodeBlock accumulate(String inputs, boolean toGradient) {
    CodeBlock.Builder code = CodeBlock.builder();
    for (LayerPlan layer : plan.learning()) {
      code.addStatement(
          "$L($L, $L, $L, $L, count, scale)",
          names.accumulate(layer),
          toGradient ? names.gw(layer) : names.w(layer),
          names.biasTarget(layer, toGradient),
          names.inputRows(layer, inputs),
          names.firstRow(layer));
    }
    return code.build();
  }

  /** The call that backpropagates the sample {@code input}, {@code target}, kept in row 0. */
  public CodeBlock ofSample() {
    return CodeBlock.of(
        "$L(input, target, 0$L$L)",
        names.method("backpropagate"),
        plan.packsForSamples() ? ", false" : "",
        rows.argument("0"));
  }

  /** The argument that says that a mini-batch begins with its row 0, behind others. */
  public String firstRow() {
    return rows.argument("0");
  }

  private MethodSpec sample() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method("backpropagate"))
            .addJavadoc("Forward and backward for one sample, kept in row s; returns its loss.")
            .addModifiers(Modifier.PRIVATE)
            .returns(scalar.type())
            .addParameter(scalar.array(), "x")
            .addParameter(scalar.array(), "t")
            .addParameter(TypeName.INT, "s");
    if (plan.packsForSamples()) {
      method.addParameter(TypeName.BOOLEAN, "packed");
    }
    rows.parameter(method);
    plan.layers().forEach(layer -> method.addCode(code(layer).trainingOfSample("x", "s")));
    method.addStatement("$L($L)", names.delta(plan.last()), outputDelta.arguments("s", "t"));
    for (DeltaStep step : plan.backward()) {
      method.addCode(deltas(step));
    }
    return method.addStatement("return $L($L)", names.loss(), loss.arguments("s", "t")).build();
  }

  private CodeBlock deltas(DeltaStep step) {
    if (!step.isThroughReader()) {
      return new SharedDeltas(plan, scalar).ofSample(step);
    }
    DeltaTarget to = DeltaTarget.of(step, plan);
    return code(to.reader()).deltaOfSample(to);
  }

  private LayerCode code(LayerPlan layer) {
    return Lowerings.code(layer, names, scalar);
  }

  private MethodSpec tile() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(names.method(TILE))
            .addJavadoc(
                "Forward and backward for up to TILE samples; returns the sum of their losses.")
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.DOUBLE)
            .addParameter(scalar.matrix(), "x")
            .addParameter(scalar.matrix(), "t")
            .addParameter(TypeName.INT, "from")
            .addParameter(TypeName.INT, "to");
    return rows.parameter(method)
        .addCode(layerByLayer.backpropagateInstead())
        .addStatement("double loss = 0")
        .beginControlFlow("for (int s = from; s < to; s++)")
        .addStatement(
            "loss += $L(x[s], t[s], s - from$L$L)",
            names.method("backpropagate"),
            manySamples("to - from"),
            rows.argument("row + s - from"))
        .endControlFlow()
        .addStatement("return loss")
        .build();
  }

  private String manySamples(String samples) {
    return plan.packsForSamples()
        ? ", " + samples + " >= " + ForwardShape.InterleavedPanel.WORTH_PACKING
        : "";
  }

  private MethodSpec meanGradient() {
    MethodSpec.Builder method = batch("meanGradient", "The mean gradient of any number of samples");
    method.addCode(clear());
    return plan.sharesSteps()
        ? method
            .addStatement(
                "return $L(x, t, start, to$L)", names.method(ADDED), rows.argument(Names.ROW))
            .build()
        : method.addCode(sum()).build();
  }

  private CodeBlock sum() {
    return CodeBlock.builder()
        .addStatement(
            "$T scale = $L / (to - start)",
            scalar.type(),
            JavaRenderer.literal(1, scalar.precision()))
        .addStatement("double loss = 0")
        .beginControlFlow("for (int from = start; from < to; from += TILE)")
        .addStatement("int count = $T.min(TILE, to - from)", Math.class)
        .addStatement(
            "loss += $L(x, t, from, from + count$L)", names.method(TILE), rows.argument(ROW))
        .add(accumulate("x", true))
        .endControlFlow()
        .addStatement("return loss")
        .build();
  }

  private MethodSpec.Builder batch(String name, String what) {
    return rows.parameter(
        MethodSpec.methodBuilder(names.method(name))
            .addJavadoc("$L, tile by tile; returns the sum of their losses.", what)
            .addModifiers(Modifier.PRIVATE)
            .returns(TypeName.DOUBLE)
            .addParameter(scalar.matrix(), "x")
            .addParameter(scalar.matrix(), "t")
            .addParameter(TypeName.INT, "start")
            .addParameter(TypeName.INT, "to"));
  }
}
