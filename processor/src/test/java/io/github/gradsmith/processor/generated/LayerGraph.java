package io.github.gradsmith.processor.generated;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.emit.ClassEmitter;
import io.github.gradsmith.processor.emit.SimdClassEmitter;
import io.github.gradsmith.processor.emit.SourceFile;
import io.github.gradsmith.processor.kernel.Kernels;
import io.github.gradsmith.processor.kernel.simd.SimdKernels;
import io.github.gradsmith.processor.kind.registry.LayerKinds;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.InputModel;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.LayerName;
import io.github.gradsmith.processor.model.LossChoice;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.planner.Planner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Layers of any kind that read one another, computed plainly and generated. */
final class LayerGraph {
  private final InputModel input;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final List<LayerModel> layers = new ArrayList<>();
  private OptimizerChoice optimizer = OptimizerChoice.PLAIN;

  private LayerGraph(Shape shape) {
    input = new InputModel(LayerName.ofConstant("IN"), shape);
    values.put("IN", input.value());
  }

  static LayerGraph input(Integer... sizes) {
    return new LayerGraph(Shape.of(sizes));
  }

  /** Adds a layer that reads those named, or the one before. */
  LayerGraph add(String name, LayerChoice choice, String... from) {
    List<Value> reads =
        from.length == 0
            ? List.of(List.copyOf(values.values()).get(values.size() - 1))
            : Arrays.stream(from).map(values::get).toList();
    LayerModel layer = Layers.of(layers.size() + 2, LayerName.ofConstant(name), choice, reads);
    layers.add(layer);
    values.put(name, layer.value());
    return this;
  }

  LayerGraph dense(String name, int units, Activation activation, String... from) {
    return add(
        name,
        new LayerChoice.Dense(
            units, true, new ActivationChoice.Named(activation), Initializer.AUTO),
        from);
  }

  LayerGraph with(OptimizerChoice choice) {
    optimizer = choice;
    return this;
  }

  int inputs() {
    return input.numbers();
  }

  /** Numbers of a row of the input. */
  int lastOfInput() {
    return input.shape().last();
  }

  int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  NetworkModel model(String name, Precision precision, boolean trains, boolean vectorized) {
    return new NetworkModel(
        "demo",
        List.of(name),
        true,
        precision,
        trains,
        input,
        layers,
        new LossChoice.Named(Loss.HALF_SQUARED_ERROR),
        optimizer,
        Optional.empty(),
        Optional.empty(),
        vectorized ? Simd.AUTO : Simd.OFF,
        vectorized,
        Set.of(),
        true,
        false,
        Optional.empty());
  }

  /** Adds a network and what is generated for it to {@code builder}. */
  void addTo(
      CompiledNetworks.Builder builder,
      String name,
      Precision precision,
      boolean trains,
      boolean vectorized) {
    NetworkModel model = model(name, precision, trains, vectorized);
    NetworkPlan plan = Planner.plan(model);
    String type =
        (precision == Precision.FLOAT ? "Float" : "Double") + (trains ? "Network" : "Predictor");
    builder.source(
        name,
        "package demo;\n\npublic interface "
            + name
            + " extends io.github.gradsmith."
            + type
            + " {}\n");
    add(builder, ClassEmitter.emit(plan, Kernels.of(plan).fragments()));
    if (plan.vectorized()) {
      add(builder, SimdClassEmitter.emit(model, SimdKernels.of(plan)));
    }
  }

  private static void add(CompiledNetworks.Builder builder, SourceFile file) {
    builder.file(file.qualifiedName(), file.text());
  }

  /** What comes out, kind by kind as its formula says, in double. */
  double[] forward(double[] parameters, double[] x) {
    Map<Integer, double[]> a = new HashMap<>(Map.of(Value.INPUT, x));
    int offset = 0;
    for (LayerModel layer : layers) {
      int end = Math.toIntExact(offset + layer.parameterCount());
      List<Shape> shapes = layer.from().stream().map(Value::shape).toList();
      List<double[]> inputs = layer.from().stream().map(value -> a.get(value.layer())).toList();
      double[] own = Arrays.copyOfRange(parameters, offset, end);
      double[] z = LayerKinds.of(layer.choice()).evaluate(shapes, inputs, own);
      a.put(layer.number(), Arrays.stream(z).map(value -> activated(layer, value)).toArray());
      offset = end;
    }
    return a.get(layers.size() + 1);
  }

  private static double activated(LayerModel layer, double z) {
    return switch (((ActivationChoice.Named) layer.activation()).constant()) {
      case IDENTITY -> z;
      case TANH -> Math.tanh(z);
      case SILU -> z / (1 + Math.exp(-z));
      default -> throw new IllegalArgumentException(layer.toString());
    };
  }
}
