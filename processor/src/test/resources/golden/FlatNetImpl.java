// Generated from demo.FlatNet. Do not edit.
package demo;

import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.Topology;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.layout.LayerArrays;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.internal.warm.WarmUp;
import io.github.gradsmith.internal.weights.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * The network 6-6-1 of {@link FlatNet}.
 *
 * <p>The input is layer 1. In every layer w holds a row of weights for each neuron and b the
 * biases, z = w a + b the weighted sums, a the activations, d = ∂E/∂z the deltas, gw and gb the
 * gradients ∂E/∂w and ∂E/∂b.
 *
 * <p>One object belongs to one thread at a time. A {@link #replica()} shares the parameters and has
 * its own working memory: replicas may run forward, classify, trace, loss and gradient at the same
 * time. train, update, setParameters, copyFrom and load change all replicas and need that none of
 * the others runs, with a happens-before edge on either side.
 */
@GeneratedFrom("demo.FlatNet")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class FlatNetImpl implements FlatNet {
  private static final Topology TOPOLOGY = Topology.builder()
      .input("IN", 2, 3)
      .layer("FLAT", "FLATTEN", "IDENTITY", new int[] {6}, "IN")
      .layer("OUT", "DENSE", "IDENTITY", new int[] {1}, "FLAT")
      .parameter("weight", 1, 6)
      .parameter("bias", 1)
      .loss("HALF_SQUARED_ERROR")
      .optimizer("SGD")
      .forwardFlops(12L)
      .trainFlops(24L)
      .parameterBytes(28L)
      .scratchBytes(3232L)
      .heapBytes(10248L)
      .largestMethodBytes(164)
      .loopShapes("number by number", "written out")
      .kernels("plain")
      .build();

  /** Samples whose activations are kept at once; a larger mini-batch goes tile by tile. */
  private static final int TILE = 100;
  private static final WeightLayout LAYOUT_OUT = WeightLayout.rows(6, 1);

  private final float[][] aFlat = new float[TILE][6];

  /** OUT, 6 → 1: weights, a row for each neuron. */
  private final float[][] wOut;
  private final float[] bOut;
  private final float[] zOut = new float[1];
  private final float[][] aOut = new float[TILE][1];
  private final float[][] dOut = new float[TILE][1];
  private final float[][] gwOut = new float[1][6];
  private final float[] gbOut = new float[1];

  /**
   * New weights.
   *
   * @param seed the same one gives the same bits on every JVM
   */
  public FlatNetImpl(long seed) {
    this((FlatNetImpl) null);
    SeededRandom random = new SeededRandom(seed);
    // wOut: ±√(6 / (6 + 1))
    LAYOUT_OUT.uniform(wOut, 0.9258200997725514, random);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public FlatNetImpl(Path weights) throws IOException {
    this((FlatNetImpl) null);
    load(weights);
  }

  /** Shares the parameters of {@code origin}, or has new ones, all 0. */
  private FlatNetImpl(FlatNetImpl origin) {
    if (origin == null) {
      wOut = new float[1][6];
      bOut = new float[1];
    } else {
      wOut = origin.wOut;
      bOut = origin.bOut;
    }
  }

  @Override
  public int inputSize() {
    return 6;
  }

  @Override
  public int outputSize() {
    return 1;
  }

  @Override
  public int parameterCount() {
    return 7;
  }

  @Override
  public Topology topology() {
    return TOPOLOGY;
  }

  @Override
  public String toString() {
    return "FlatNet ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(float[] input, float[] output) {
    Arguments.length(input, 6, "input");
    Arguments.length(output, 1, "output");
    forwardFlat(input, aFlat[0]);
    forwardOut(aFlat[0], zOut, output);
  }

  @Override
  public float[] forward(float[] input) {
    float[] output = new float[1];
    forward(input, output);
    return output;
  }

  @Override
  public void forward(float[][] inputs, float[][] outputs, int from, int to) {
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(outputs, from, to, 1, "outputs");
    for (int s = from; s < to; s++) {
      forwardFlat(inputs[s], aFlat[0]);
      forwardOut(aFlat[0], zOut, outputs[s]);
    }
  }

  @Override
  public int classify(float[] input) {
    throw new IllegalStateException("a single output has no classes: compare it with a threshold");
  }

  @Override
  public void trace(float[] input, float[][] z, float[][] a) {
    Arguments.length(input, 6, "input");
    Arguments.rowCount(z, 3, "z");
    Arguments.rowCount(a, 3, "a");
    Arguments.length(a[0], 6, "a[0]");
    Arguments.length(a[1], 6, "a[1]");
    Arguments.length(z[2], 1, "z[2]");
    Arguments.length(a[2], 1, "a[2]");
    System.arraycopy(input, 0, a[0], 0, 6);
    forwardFlat(a[0], a[1]);
    forwardOut(a[1], z[2], a[2]);
  }

  @Override
  public void warmUp() {
    WarmUp.network(new FlatNetImpl(0L));
  }

  @Override
  public float loss(float[] input, float[] target) {
    Arguments.length(input, 6, "input");
    Arguments.length(target, 1, "target");
    forwardFlat(input, aFlat[0]);
    forwardOut(aFlat[0], zOut, aOut[0]);
    return lossOut(aOut[0], target);
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, int from, int to) {
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    double sum = 0;
    for (int s = from; s < to; s++) {
      forwardFlat(inputs[s], aFlat[0]);
      forwardOut(aFlat[0], zOut, aOut[0]);
      sum += lossOut(aOut[0], targets[s]);
    }
    return (float) (sum / (to - from));
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, float[] weights, int from, int to) {
    double total = Arguments.weights(weights, from, to);
    if (Arguments.areEqual(weights, from, to)) {
      return loss(inputs, targets, from, to);
    }
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    double sum = 0;
    for (int s = from; s < to; s++) {
      forwardFlat(inputs[s], aFlat[0]);
      forwardOut(aFlat[0], zOut, aOut[0]);
      sum += weights[s] / total * lossOut(aOut[0], targets[s]);
    }
    return (float) sum;
  }

  @Override
  public float train(float[] input, float[] target, float learningRate) {
    Arguments.length(input, 6, "input");
    Arguments.length(target, 1, "target");
    Arguments.learningRate(learningRate);
    float loss = backpropagate(input, target, 0);
    accumulateOutBy1(wOut, bOut, aFlat[0], dOut[0], -learningRate);
    return loss;
  }

  @Override
  public float train(float[][] inputs, float[][] targets, int from, int to, float learningRate) {
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    Arguments.learningRate(learningRate);
    int count = to - from;
    double loss;
    if (count <= TILE) {
      loss = backpropagateTile(inputs, targets, from, to);
      float scale = -learningRate / count;
      accumulateOut(wOut, bOut, aFlat, 0, count, scale);
    } else {
      loss = meanGradient(inputs, targets, from, to);
      LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
    }
    return (float) (loss / count);
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    Arguments.length(gradient, 7, "gradient");
    double loss = meanGradient(inputs, targets, from, to);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 0);
    return (float) (loss / (to - from));
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, float[] weights, int from, int to,
      float[] gradient) {
    double total = Arguments.weights(weights, from, to);
    if (Arguments.areEqual(weights, from, to)) {
      return gradient(inputs, targets, from, to, gradient);
    }
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.length(gradient, 7, "gradient");
    LayerArrays.clear(gwOut, gbOut);
    double loss = addWeightedGradient(inputs, targets, weights, total, from, to);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 0);
    return (float) loss;
  }

  @Override
  public void update(float[] gradient, float learningRate) {
    Arguments.length(gradient, 7, "gradient");
    Arguments.learningRate(learningRate);
    LAYOUT_OUT.copyIn(gradient, 0, gwOut, gbOut);
    LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
  }

  @Override
  public void resetOptimizer() {
    // W = W − α ∂E/∂W keeps nothing from step to step.
  }

  @Override
  public void getParameters(float[] destination) {
    Arguments.length(destination, 7, "destination");
    LAYOUT_OUT.copyOut(wOut, bOut, destination, 0);
  }

  @Override
  public void setParameters(float[] source) {
    Arguments.length(source, 7, "source");
    LAYOUT_OUT.copyIn(source, 0, wOut, bOut);
  }

  @Override
  public void save(Path file) throws IOException {
    WeightFile.save(this, file);
  }

  @Override
  public void save(OutputStream out) throws IOException {
    WeightFile.save(this, out);
  }

  @Override
  public void load(Path file) throws IOException {
    setParameters(WeightFile.loadFloats(TOPOLOGY, file));
  }

  @Override
  public void load(InputStream in) throws IOException {
    setParameters(WeightFile.loadFloats(TOPOLOGY, in));
  }

  @Override
  public void saveTraining(Path file) throws IOException {
    WeightFile.save(this, file);
  }

  @Override
  public void saveTraining(OutputStream out) throws IOException {
    WeightFile.save(this, out);
  }

  @Override
  public FlatNetImpl replica() {
    return new FlatNetImpl(this);
  }

  @Override
  public FlatNetImpl copy() {
    FlatNetImpl copy = new FlatNetImpl((FlatNetImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    if (!(other instanceof FlatNetImpl)) {
      throw Arguments.otherClass(other, this);
    }
    FlatNetImpl origin = (FlatNetImpl) other;
    LayerArrays.copy(origin.wOut, origin.bOut, wOut, bOut);
  }

  /** aFlat = x. */
  private static void forwardFlat(float[] x, float[] a) {
    System.arraycopy(x, 0, a, 0, 6);
  }

  /** zOut = wOut aFlat + bOut, aOut = zOut. */
  private void forwardOut(float[] x, float[] z, float[] a) {
    z[0] = bOut[0] + wOut[0][0] * x[0] + wOut[0][1] * x[1] + wOut[0][2] * x[2] + wOut[0][3] * x[3]
        + wOut[0][4] * x[4] + wOut[0][5] * x[5];
    a[0] = z[0];
  }

  /** E = Σ ½ (t − aOut)². */
  private static float lossOut(float[] a, float[] t) {
    return 0.5f * (t[0] - a[0]) * (t[0] - a[0]);
  }

  /** dOut = aOut − t. */
  private static void deltaOut(float[] a, float[] t, float[] d) {
    d[0] = a[0] - t[0];
  }

  /** Forward and backward for one sample, kept in row s; returns its loss. */
  private float backpropagate(float[] x, float[] t, int s) {
    forwardFlat(x, aFlat[s]);
    forwardOut(aFlat[s], zOut, aOut[s]);
    deltaOut(aOut[s], t, dOut[s]);
    return lossOut(aOut[s], t);
  }

  /** Forward and backward for up to TILE samples; returns the sum of their losses. */
  private double backpropagateTile(float[][] x, float[][] t, int from, int to) {
    double loss = 0;
    for (int s = from; s < to; s++) {
      loss += backpropagate(x[s], t[s], s - from);
    }
    return loss;
  }

  /** The mean gradient of any number of samples, tile by tile; returns the sum of their losses. */
  private double meanGradient(float[][] x, float[][] t, int start, int to) {
    LayerArrays.clear(gwOut, gbOut);
    float scale = 1f / (to - start);
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      loss += backpropagateTile(x, t, from, from + count);
      accumulateOut(gwOut, gbOut, aFlat, 0, count, scale);
    }
    return loss;
  }

  /** Adds gradients times weights / total to gw and gb; returns the losses likewise. */
  private double addWeightedGradient(float[][] x, float[][] t, float[] weights, double total,
      int start, int to) {
    float scale = 1f;
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      for (int s = from; s < from + count; s++) {
        loss += weights[s] / total * backpropagate(x[s], t[s], s - from);
      }
      LayerArrays.weigh(dOut, weights, total, from, from + count);
      accumulateOut(gwOut, gbOut, aFlat, 0, count, scale);
    }
    return loss;
  }

  /** w += scale Σ dOut aFlatᵀ, b += scale Σ dOut, over count samples. */
  private void accumulateOut(float[][] w, float[] b, float[][] x, int from, int count,
      float scale) {
    for (int s = 0; s < count; s++) {
      accumulateOutBy1(w, b, x[from + s], dOut[s], scale);
    }
  }

  /** w += scale Σ dOut aFlatᵀ, b += scale Σ dOut, of one sample. */
  private static void accumulateOutBy1(float[][] w, float[] b, float[] x, float[] d, float scale) {
    float c0 = scale * d[0];
    w[0][0] += c0 * x[0];
    w[0][1] += c0 * x[1];
    w[0][2] += c0 * x[2];
    w[0][3] += c0 * x[3];
    w[0][4] += c0 * x[4];
    w[0][5] += c0 * x[5];
    b[0] += c0;
  }
}
