package io.github.gradsmith.processor.kernel.api;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.Topology;
import io.github.gradsmith.processor.kernel.backprop.BatchPass;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.ForwardCalls;
import io.github.gradsmith.processor.kernel.code.IndexChecks;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.kernel.code.Overriding;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.List;

/** The public methods of a predictor, apart from parameters and files. */
public final class PredictMethods {
  private final NetworkPlan plan;
  private final ElementType scalar;
  private final Names names;
  private final ForwardCalls calls;
  private final IndexChecks indices;
  private final int inputs;
  private final int outputs;

  public PredictMethods(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.scalar = scalar;
    this.names = new Names(plan);
    this.calls = new ForwardCalls(plan);
    this.indices = new IndexChecks(plan, scalar);
    this.inputs = plan.model().input().numbers();
    this.outputs = plan.last().outputs();
  }

  public List<MethodSpec> publicMethods() {
    return List.of(
        constant("inputSize", Integer.toString(inputs)),
        constant("outputSize", Integer.toString(outputs)),
        constant("parameterCount", Integer.toString(plan.parameterCount())),
        Overriding.method("topology")
            .returns(Topology.class)
            .addStatement("return TOPOLOGY")
            .build(),
        text(),
        forward(),
        forwardToNew(),
        forwardBatch(),
        classify(),
        trace(),
        warmUp());
  }

  /** Which network it is, in one line; a plus would call {@code java.lang.invoke}. */
  private MethodSpec text() {
    String network = String.join(".", plan.model().nesting()) + " ";
    return Overriding.method("toString")
        .returns(String.class)
        .addStatement("return $S.concat(TOPOLOGY.toString())", network)
        .build();
  }

  private static MethodSpec constant(String name, String value) {
    return Overriding.method(name).returns(TypeName.INT).addStatement("return $L", value).build();
  }

  private MethodSpec forward() {
    return Overriding.method("forward")
        .addParameter(scalar.array(), "input")
        .addParameter(scalar.array(), "output")
        .addStatement("$T.length(input, $L, $S)", ElementType.ARGUMENTS, inputs, "input")
        .addStatement("$T.length(output, $L, $S)", ElementType.ARGUMENTS, outputs, "output")
        .addCode(indices.ofSample())
        .addCode(calls.layers("input", "0", "output"))
        .build();
  }

  /** Not left to the interface's default: a user may have declared it abstract again. */
  private MethodSpec forwardToNew() {
    return Overriding.method("forward")
        .returns(scalar.array())
        .addParameter(scalar.array(), "input")
        .addStatement("$T output = new $T[$L]", scalar.array(), scalar.type(), outputs)
        .addStatement("forward(input, output)")
        .addStatement("return output")
        .build();
  }

  private MethodSpec forwardBatch() {
    return Overriding.method("forward")
        .addParameter(scalar.matrix(), "inputs")
        .addParameter(scalar.matrix(), "outputs")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "to")
        .addStatement("$T.batch(inputs, from, to, $L, $S)", ElementType.ARGUMENTS, inputs, "inputs")
        .addStatement(
            "$T.batch(outputs, from, to, $L, $S)", ElementType.ARGUMENTS, outputs, "outputs")
        .addCode(indices.ofBatch())
        .addCode(new BatchPass(plan, scalar).forwardInstead())
        .beginControlFlow("for (int s = from; s < to; s++)")
        .addCode(calls.layers("inputs[s]", "0", "outputs[s]"))
        .endControlFlow()
        .build();
  }

  private MethodSpec classify() {
    MethodSpec.Builder method =
        Overriding.method("classify").returns(TypeName.INT).addParameter(scalar.array(), "input");
    Shape shape = plan.last().model().shape();
    if (outputs == 1 || shape.sizes().size() > 1) {
      return method
          .addStatement(
              "throw new $T($Z$S)",
              IllegalStateException.class,
              outputs == 1
                  ? "a single output has no classes: compare it with a threshold"
                  : "each row of the outputs " + shape + " has a class of its own: compare them")
          .build();
    }
    String a = names.aRow(plan.last(), "0");
    return method
        .addStatement("$T.length(input, $L, $S)", ElementType.ARGUMENTS, inputs, "input")
        .addCode(indices.ofSample())
        .addCode(calls.layers("input", "0", a))
        .addStatement("$T a = $L", scalar.array(), a)
        .addStatement("int largest = 0")
        .beginControlFlow("for (int j = 1; j < $L; j++)", outputs)
        .beginControlFlow(
            "if (a[j] > a[largest] || $1T.isNaN(a[j]) && !$1T.isNaN(a[largest]))", scalar.box())
        .addStatement("largest = j")
        .endControlFlow()
        .endControlFlow()
        .addStatement("return largest")
        .build();
  }

  private MethodSpec trace() {
    int rows = plan.layers().size() + 1;
    MethodSpec.Builder method =
        Overriding.method("trace")
            .addParameter(scalar.array(), "input")
            .addParameter(scalar.matrix(), "z")
            .addParameter(scalar.matrix(), "a")
            .addStatement("$T.length(input, $L, $S)", ElementType.ARGUMENTS, inputs, "input")
            .addStatement("$T.rowCount(z, $L, $S)", ElementType.ARGUMENTS, rows, "z")
            .addStatement("$T.rowCount(a, $L, $S)", ElementType.ARGUMENTS, rows, "a")
            .addStatement("$T.length(a[0], $L, $S)", ElementType.ARGUMENTS, inputs, "a[0]");
    for (LayerPlan layer : plan.layers()) {
      int row = layer.number() - 1;
      for (String name : hasSums(layer) ? List.of("z", "a") : List.of("a")) {
        String place = name + "[" + row + "]";
        method.addStatement(
            "$T.length($L, $L, $S)", ElementType.ARGUMENTS, place, layer.outputs(), place);
      }
    }
    method.addCode(indices.ofSample());
    method.addStatement("$T.arraycopy(input, 0, a[0], 0, $L)", System.class, inputs);
    return method.addCode(calls.traced("z", "a", PredictMethods::hasSums)).build();
  }

  /** Whether it has weighted sums, which are shown; what others sum is what they read. */
  private static boolean hasSums(LayerPlan layer) {
    return layer.model().choice() instanceof LayerChoice.Dense;
  }

  /** A replica would share the parameters, which other threads may read. */
  private MethodSpec warmUp() {
    return Overriding.method("warmUp")
        .addStatement(
            "$T.$L(new $T(0L)$L)",
            ElementType.WARM_UP,
            plan.trains() ? "network" : "predictor",
            names.self(),
            indices.arguments())
        .build();
  }
}
