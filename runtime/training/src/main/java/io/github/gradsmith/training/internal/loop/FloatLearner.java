package io.github.gradsmith.training.internal.loop;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatParallelTrainer;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.TopologyLayer;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.safetensors.Safetensors;
import io.github.gradsmith.safetensors.Tensor;
import io.github.gradsmith.training.Metric;
import io.github.gradsmith.training.internal.metric.FloatForward;
import io.github.gradsmith.training.internal.metric.Widths;
import io.github.gradsmith.training.internal.step.FloatClipping;
import io.github.gradsmith.training.internal.step.FloatLayerWatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A network of floats with its rows. */
public final class FloatLearner implements Learner {
  private static final double[] NOTHING = {};

  private final FloatNetwork network;
  private final FloatRows training;
  private final FloatRows validation;

  /** Empty if all rows count alike. */
  private final float[] weights;

  private final float[] validationWeights;

  /** Null if steps are those of the network. */
  private final FloatParallelTrainer trainer;

  /** Null if steps do not take the gradient first. */
  private final FloatClipping clipping;

  private final float[] gradient;

  /** Null if no layers are recorded. */
  private final FloatLayerWatch watch;

  /** The largest norm of a gradient; ∞ if there is none. */
  private final double limit;

  private final boolean takesGradient;
  private final float[][] inputs;
  private final float[][] targets;
  private final float[] batchWeights;
  private final float[] parameters;
  private final Map<Kept, float[]> kept = new EnumMap<>(Kept.class);
  private final FloatForward forward;
  private int count;
  private double weight;
  private double norm = Double.NaN;

  /**
   * Checks that all goes together, and takes all memory.
   *
   * @param validation null if there is none
   */
  public FloatLearner(
      FloatNetwork network, FloatRows training, FloatRows validation, Settings settings) {
    Widths.requireFit("training rows", training, network.inputSize(), network.outputSize());
    settings.requireComplete(validation != null);
    this.network = network;
    this.training = training;
    this.validation = validation;
    weights = unequal(training, "training");
    int batch = Math.min(settings.batchSize, training.size());
    inputs = new float[batch][];
    targets = new float[batch][];
    batchWeights = new float[batch];
    Arrays.fill(batchWeights, 1);
    parameters = new float[network.parameterCount()];
    for (Kept where : Kept.values()) {
      kept.put(where, new float[parameters.length]);
    }
    if (validation == null) {
      validationWeights = weights;
      forward = null;
    } else {
      Widths.requireFit("validation rows", validation, network.inputSize(), network.outputSize());
      validationWeights = unequal(validation, "validation");
      forward = new FloatForward(network, validation);
    }
    takesGradient = weights.length > 0 || settings.clips();
    limit = settings.clipNorm > 0 ? settings.clipNorm : Double.POSITIVE_INFINITY;
    boolean stepsApart = takesGradient && (settings.threads == 0 || settings.clipValue > 0);
    clipping =
        stepsApart
            ? new FloatClipping(network.topology(), settings.clipNorm, settings.clipValue)
            : null;
    gradient = stepsApart ? new float[parameters.length] : null;
    watch = settings.layers ? new FloatLayerWatch(network) : null;
    trainer = settings.threads > 0 ? new FloatParallelTrainer(network, settings.threads) : null;
  }

  /** The weights of rows; none if they are alike. */
  private static float[] unequal(FloatRows rows, String name) {
    float[] weights = rows.weights();
    if (!Arguments.areEqual(weights, 0, weights.length)) {
      return weights;
    }
    if (weights.length > 0 && weights[0] == 0) {
      throw new IllegalArgumentException(
          "the weights of all " + name + " rows are 0, expected at least one above 0");
    }
    return new float[0];
  }

  @Override
  public int rows() {
    return training.size();
  }

  @Override
  public int validationRows() {
    return validation == null ? 0 : validation.size();
  }

  @Override
  public int outputs() {
    return training.outputSize();
  }

  @Override
  public void gather(int[] order, int from, int to) {
    float[][] x = training.inputs();
    float[][] t = training.targets();
    count = to - from;
    weight = 0;
    for (int i = 0; i < count; i++) {
      int row = order[from + i];
      inputs[i] = x[row];
      targets[i] = t[row];
      if (weights.length > 0) {
        batchWeights[i] = weights[row];
      }
      weight += batchWeights[i];
    }
  }

  @Override
  public double weight() {
    return weight;
  }

  @Override
  public double step(double rate, boolean isWatched) {
    if (watch == null || !isWatched) {
      return step((float) rate);
    }
    watch.before(inputs, targets, weights.length > 0 ? batchWeights : null, count);
    double loss = step((float) rate);
    watch.after();
    return loss;
  }

  private double step(float rate) {
    if (clipping != null) {
      return clippedStep(rate);
    }
    if (trainer == null) {
      return network.train(inputs, targets, 0, count, rate);
    }
    if (!takesGradient) {
      return trainer.train(inputs, targets, 0, count, rate);
    }
    double loss = trainer.train(inputs, targets, batchWeights, 0, count, rate, limit);
    norm = trainer.gradientNorm();
    return loss;
  }

  private double clippedStep(float rate) {
    double loss = gradient();
    norm = clipping.apply(gradient);
    if (Double.isFinite(loss) && Double.isFinite(norm)) {
      network.update(gradient, rate);
    }
    return loss;
  }

  private float gradient() {
    if (trainer != null) {
      return trainer.gradient(inputs, targets, batchWeights, 0, count, gradient);
    }
    return weights.length > 0
        ? network.gradient(inputs, targets, batchWeights, 0, count, gradient)
        : network.gradient(inputs, targets, 0, count, gradient);
  }

  @Override
  public List<TopologyLayer> watchedLayers() {
    return watch == null ? List.of() : watch.layers();
  }

  @Override
  public double[] watched() {
    return watch == null ? NOTHING : watch.values();
  }

  @Override
  public boolean takesGradient() {
    return takesGradient;
  }

  @Override
  public double gradientNorm() {
    return norm;
  }

  @Override
  public double validationLoss() {
    return validationWeights.length > 0
        ? network.loss(
            validation.inputs(), validation.targets(), validationWeights, 0, validation.size())
        : network.loss(validation.inputs(), validation.targets(), 0, validation.size());
  }

  @Override
  public void feed(Metric.Evaluator... evaluators) {
    forward.feed(evaluators);
  }

  @Override
  public boolean hasFiniteParameters() {
    network.getParameters(parameters);
    for (float parameter : parameters) {
      if (!Float.isFinite(parameter)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean hasFiniteState() {
    if (network.topology().cost().optimizerBytes() == 0) {
      return hasFiniteParameters();
    }
    try {
      network.saveTraining(OutputStream.nullOutputStream());
      return true;
    } catch (WeightsException e) {
      return false;
    } catch (IOException e) {
      throw new AssertionError("nothing is written", e);
    }
  }

  @Override
  public void keep(Kept where) {
    network.getParameters(kept.get(where));
  }

  @Override
  public void restore(Kept from) {
    network.setParameters(kept.get(from));
  }

  @Override
  public void resetOptimizer() {
    network.resetOptimizer();
  }

  @Override
  public long hash(boolean ofValidation) {
    FloatRows rows = ofValidation ? validation : training;
    if (rows == null) {
      return 0;
    }
    RowHash hash = new RowHash();
    for (int i = 0; i < rows.size(); i++) {
      for (float value : rows.inputs()[i]) {
        hash.add(Float.floatToRawIntBits(value));
      }
      for (float value : rows.targets()[i]) {
        hash.add(Float.floatToRawIntBits(value));
      }
      hash.add(Double.doubleToRawLongBits(rows.weight(i)));
    }
    return hash.value();
  }

  @Override
  public Safetensors training() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    network.saveTraining(out);
    return Safetensors.read(new ByteArrayInputStream(out.toByteArray()));
  }

  @Override
  public List<Tensor> tensors(Kept from) {
    List<Tensor> tensors = new ArrayList<>();
    for (ParameterTensor tensor : network.topology().parameters()) {
      int end = tensor.offset() + tensor.size();
      float[] values = Arrays.copyOfRange(kept.get(from), tensor.offset(), end);
      tensors.add(Tensor.of(from.prefix() + tensor.name(), values, tensor.shape()));
    }
    return tensors;
  }

  @Override
  public void take(Kept where, Safetensors file) throws IOException {
    for (ParameterTensor tensor : network.topology().parameters()) {
      float[] values = file.tensor(where.prefix() + tensor.name()).toFloats();
      System.arraycopy(values, 0, kept.get(where), tensor.offset(), tensor.size());
    }
  }

  @Override
  public void load(Path file) throws IOException {
    network.load(file);
  }

  @Override
  public void close() {
    if (trainer != null) {
      trainer.close();
    }
  }
}
