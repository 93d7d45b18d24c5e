// Generated from demo.JoinNet. Do not edit.
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
 * The network 3-4-7-1 of {@link JoinNet}.
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
@GeneratedFrom("demo.JoinNet")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class JoinNetImpl implements JoinNet {
  private static final Topology TOPOLOGY = Topology.builder()
      .input("IN", 3)
      .layer("LEFT", "DENSE", "IDENTITY", new int[] {4}, "IN")
      .parameter("weight", 4, 3)
      .parameter("bias", 4)
      .layer("BOTH", "CONCAT", "IDENTITY", new int[] {7}, "IN", "LEFT")
      .attribute("axis", 0)
      .layer("OUT", "DENSE", "IDENTITY", new int[] {1}, "BOTH")
      .parameter("weight", 1, 7)
      .parameter("bias", 1)
      .loss("HALF_SQUARED_ERROR")
      .optimizer("SGD")
      .forwardFlops(38L)
      .trainFlops(90L)
      .parameterBytes(96L)
      .scratchBytes(9716L)
      .heapBytes(23928L)
      .largestMethodBytes(293)
      .loopShapes("written out", "copied one after the other", "written out")
      .kernels("plain")
      .build();

  /** Samples whose activations are kept at once; a larger mini-batch goes tile by tile. */
  private static final int TILE = 100;
  private static final WeightLayout LAYOUT_LEFT = WeightLayout.rows(3, 4);
  private static final WeightLayout LAYOUT_OUT = WeightLayout.rows(7, 1);

  /** LEFT, 3 → 4: weights, a row for each neuron. */
  private final float[][] wLeft;
  private final float[] bLeft;
  private final float[] zLeft = new float[4];
  private final float[][] aLeft = new float[TILE][4];
  private final float[][] dLeft = new float[TILE][4];
  private final float[][] gwLeft = new float[4][3];
  private final float[] gbLeft = new float[4];
  private final float[][] aBoth = new float[TILE][7];
  private final float[][] dBoth = new float[TILE][7];

  /** OUT, 7 → 1: weights, a row for each neuron. */
  private final float[][] wOut;
  private final float[] bOut;
  private final float[] zOut = new float[1];
  private final float[][] aOut = new float[TILE][1];
  private final float[][] dOut = new float[TILE][1];
  private final float[][] gwOut = new float[1][7];
  private final float[] gbOut = new float[1];

  /**
   * New weights.
   *
   * @param seed the same one gives the same bits on every JVM
   */
  public JoinNetImpl(long seed) {
    this((JoinNetImpl) null);
    SeededRandom random = new SeededRandom(seed);
    // wLeft: ±√(6 / (3 + 4))
    LAYOUT_LEFT.uniform(wLeft, 0.9258200997725514, random);
    // wOut: ±√(6 / (7 + 1))
    LAYOUT_OUT.uniform(wOut, 0.8660254037844386, random);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public JoinNetImpl(Path weights) throws IOException {
    this((JoinNetImpl) null);
    load(weights);
  }

  /** Shares the parameters of {@code origin}, or has new ones, all 0. */
  private JoinNetImpl(JoinNetImpl origin) {
    if (origin == null) {
      wLeft = new float[4][3];
      bLeft = new float[4];
      wOut = new float[1][7];
      bOut = new float[1];
    } else {
      wLeft = origin.wLeft;
      bLeft = origin.bLeft;
      wOut = origin.wOut;
      bOut = origin.bOut;
    }
  }

  @Override
  public int inputSize() {
    return 3;
  }

  @Override
  public int outputSize() {
    return 1;
  }

  @Override
  public int parameterCount() {
    return 24;
  }

  @Override
  public Topology topology() {
    return TOPOLOGY;
  }

  @Override
  public String toString() {
    return "JoinNet ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(float[] input, float[] output) {
    Arguments.length(input, 3, "input");
    Arguments.length(output, 1, "output");
    forwardLeft(input, zLeft, aLeft[0]);
    forwardBoth(input, aLeft[0], aBoth[0]);
    forwardOut(aBoth[0], zOut, output);
  }

  @Override
  public float[] forward(float[] input) {
    float[] output = new float[1];
    forward(input, output);
    return output;
  }

  @Override
  public void forward(float[][] inputs, float[][] outputs, int from, int to) {
    Arguments.batch(inputs, from, to, 3, "inputs");
    Arguments.batch(outputs, from, to, 1, "outputs");
    for (int s = from; s < to; s++) {
      forwardLeft(inputs[s], zLeft, aLeft[0]);
      forwardBoth(inputs[s], aLeft[0], aBoth[0]);
      forwardOut(aBoth[0], zOut, outputs[s]);
    }
  }

  @Override
  public int classify(float[] input) {
    throw new IllegalStateException("a single output has no classes: compare it with a threshold");
  }

  @Override
  public void trace(float[] input, float[][] z, float[][] a) {
    Arguments.length(input, 3, "input");
    Arguments.rowCount(z, 4, "z");
    Arguments.rowCount(a, 4, "a");
    Arguments.length(a[0], 3, "a[0]");
    Arguments.length(z[1], 4, "z[1]");
    Arguments.length(a[1], 4, "a[1]");
    Arguments.length(a[2], 7, "a[2]");
    Arguments.length(z[3], 1, "z[3]");
    Arguments.length(a[3], 1, "a[3]");
    System.arraycopy(input, 0, a[0], 0, 3);
    forwardLeft(a[0], z[1], a[1]);
    forwardBoth(a[0], a[1], a[2]);
    forwardOut(a[2], z[3], a[3]);
  }

  @Override
  public void warmUp() {
    WarmUp.network(new JoinNetImpl(0L));
  }

  @Override
  public float loss(float[] input, float[] target) {
    Arguments.length(input, 3, "input");
    Arguments.length(target, 1, "target");
    forwardLeft(input, zLeft, aLeft[0]);
    forwardBoth(input, aLeft[0], aBoth[0]);
    forwardOut(aBoth[0], zOut, aOut[0]);
    return lossOut(aOut[0], target);
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, int from, int to) {
    Arguments.batch(inputs, from, to, 3, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    double sum = 0;
    for (int s = from; s < to; s++) {
      forwardLeft(inputs[s], zLeft, aLeft[0]);
      forwardBoth(inputs[s], aLeft[0], aBoth[0]);
      forwardOut(aBoth[0], zOut, aOut[0]);
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
    Arguments.batch(inputs, from, to, 3, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    double sum = 0;
    for (int s = from; s < to; s++) {
      forwardLeft(inputs[s], zLeft, aLeft[0]);
      forwardBoth(inputs[s], aLeft[0], aBoth[0]);
      forwardOut(aBoth[0], zOut, aOut[0]);
      sum += weights[s] / total * lossOut(aOut[0], targets[s]);
    }
    return (float) sum;
  }

  @Override
  public float train(float[] input, float[] target, float learningRate) {
    Arguments.length(input, 3, "input");
    Arguments.length(target, 1, "target");
    Arguments.learningRate(learningRate);
    float loss = backpropagate(input, target, 0);
    accumulateLeftBy1(wLeft, bLeft, input, dLeft[0], -learningRate);
    accumulateOutBy1(wOut, bOut, aBoth[0], dOut[0], -learningRate);
    return loss;
  }

  @Override
  public float train(float[][] inputs, float[][] targets, int from, int to, float learningRate) {
    Arguments.batch(inputs, from, to, 3, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    Arguments.learningRate(learningRate);
    int count = to - from;
    double loss;
    if (count <= TILE) {
      loss = backpropagateTile(inputs, targets, from, to);
      float scale = -learningRate / count;
      accumulateLeft(wLeft, bLeft, inputs, from, count, scale);
      accumulateOut(wOut, bOut, aBoth, 0, count, scale);
    } else {
      loss = meanGradient(inputs, targets, from, to);
      LayerArrays.descend(wLeft, bLeft, gwLeft, gbLeft, learningRate);
      LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
    }
    return (float) (loss / count);
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    Arguments.batch(inputs, from, to, 3, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    Arguments.length(gradient, 24, "gradient");
    double loss = meanGradient(inputs, targets, from, to);
    LAYOUT_LEFT.copyOut(gwLeft, gbLeft, gradient, 0);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 16);
    return (float) (loss / (to - from));
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, float[] weights, int from, int to,
      float[] gradient) {
    double total = Arguments.weights(weights, from, to);
    if (Arguments.areEqual(weights, from, to)) {
      return gradient(inputs, targets, from, to, gradient);
    }
    Arguments.batch(inputs, from, to, 3, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.length(gradient, 24, "gradient");
    LayerArrays.clear(gwLeft, gbLeft);
    LayerArrays.clear(gwOut, gbOut);
    double loss = addWeightedGradient(inputs, targets, weights, total, from, to);
    LAYOUT_LEFT.copyOut(gwLeft, gbLeft, gradient, 0);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 16);
    return (float) loss;
  }

  @Override
  public void update(float[] gradient, float learningRate) {
    Arguments.length(gradient, 24, "gradient");
    Arguments.learningRate(learningRate);
    LAYOUT_LEFT.copyIn(gradient, 0, gwLeft, gbLeft);
    LAYOUT_OUT.copyIn(gradient, 16, gwOut, gbOut);
    LayerArrays.descend(wLeft, bLeft, gwLeft, gbLeft, learningRate);
    LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
  }

  @Override
  public void resetOptimizer() {
    // W = W − α ∂E/∂W keeps nothing from step to step.
  }

  @Override
  public void getParameters(float[] destination) {
    Arguments.length(destination, 24, "destination");
    LAYOUT_LEFT.copyOut(wLeft, bLeft, destination, 0);
    LAYOUT_OUT.copyOut(wOut, bOut, destination, 16);
  }

  @Override
  public void setParameters(float[] source) {
    Arguments.length(source, 24, "source");
    LAYOUT_LEFT.copyIn(source, 0, wLeft, bLeft);
    LAYOUT_OUT.copyIn(source, 16, wOut, bOut);
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
  public JoinNetImpl replica() {
    return new JoinNetImpl(this);
  }

  @Override
  public JoinNetImpl copy() {
    JoinNetImpl copy = new JoinNetImpl((JoinNetImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    if (!(other instanceof JoinNetImpl)) {
      throw Arguments.otherClass(other, this);
    }
    JoinNetImpl origin = (JoinNetImpl) other;
    LayerArrays.copy(origin.wLeft, origin.bLeft, wLeft, bLeft);
    LayerArrays.copy(origin.wOut, origin.bOut, wOut, bOut);
  }

  /** zLeft = wLeft x + bLeft, aLeft = zLeft. */
  private void forwardLeft(float[] x, float[] z, float[] a) {
    z[0] = bLeft[0] + wLeft[0][0] * x[0] + wLeft[0][1] * x[1] + wLeft[0][2] * x[2];
    z[1] = bLeft[1] + wLeft[1][0] * x[0] + wLeft[1][1] * x[1] + wLeft[1][2] * x[2];
    z[2] = bLeft[2] + wLeft[2][0] * x[0] + wLeft[2][1] * x[1] + wLeft[2][2] * x[2];
    z[3] = bLeft[3] + wLeft[3][0] * x[0] + wLeft[3][1] * x[1] + wLeft[3][2] * x[2];
    a[0] = z[0];
    a[1] = z[1];
    a[2] = z[2];
    a[3] = z[3];
  }

  /** aBoth = (x, aLeft). */
  private static void forwardBoth(float[] x1, float[] x2, float[] a) {
    System.arraycopy(x1, 0, a, 0, 3);
    System.arraycopy(x2, 0, a, 3, 4);
  }

  /** zOut = wOut aBoth + bOut, aOut = zOut. */
  private void forwardOut(float[] x, float[] z, float[] a) {
    z[0] = bOut[0] + wOut[0][0] * x[0] + wOut[0][1] * x[1] + wOut[0][2] * x[2] + wOut[0][3] * x[3]
        + wOut[0][4] * x[4] + wOut[0][5] * x[5] + wOut[0][6] * x[6];
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

  /** dBoth = wOutᵀ dOut. */
  private void deltaBoth(float[] next, float[] a, float[] d) {
    d[0] = wOut[0][0] * next[0];
    d[1] = wOut[0][1] * next[0];
    d[2] = wOut[0][2] * next[0];
    d[3] = wOut[0][3] * next[0];
    d[4] = wOut[0][4] * next[0];
    d[5] = wOut[0][5] * next[0];
    d[6] = wOut[0][6] * next[0];
  }

  /** dLeft = its part of dBoth. */
  private static void deltaLeft(float[] next, float[] a, float[] d) {
    System.arraycopy(next, 3, d, 0, 4);
  }

  /** Forward and backward for one sample, kept in row s; returns its loss. */
  private float backpropagate(float[] x, float[] t, int s) {
    forwardLeft(x, zLeft, aLeft[s]);
    forwardBoth(x, aLeft[s], aBoth[s]);
    forwardOut(aBoth[s], zOut, aOut[s]);
    deltaOut(aOut[s], t, dOut[s]);
    deltaBoth(dOut[s], aBoth[s], dBoth[s]);
    deltaLeft(dBoth[s], aLeft[s], dLeft[s]);
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
    LayerArrays.clear(gwLeft, gbLeft);
    LayerArrays.clear(gwOut, gbOut);
    float scale = 1f / (to - start);
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      loss += backpropagateTile(x, t, from, from + count);
      accumulateLeft(gwLeft, gbLeft, x, from, count, scale);
      accumulateOut(gwOut, gbOut, aBoth, 0, count, scale);
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
      LayerArrays.weigh(dLeft, weights, total, from, from + count);
      LayerArrays.weigh(dOut, weights, total, from, from + count);
      accumulateLeft(gwLeft, gbLeft, x, from, count, scale);
      accumulateOut(gwOut, gbOut, aBoth, 0, count, scale);
    }
    return loss;
  }

  /** w += scale Σ dLeft xᵀ, b += scale Σ dLeft, over count samples. */
  private void accumulateLeft(float[][] w, float[] b, float[][] x, int from, int count,
      float scale) {
    for (int s = 0; s < count; s++) {
      accumulateLeftBy1(w, b, x[from + s], dLeft[s], scale);
    }
  }

  /** w += scale Σ dLeft xᵀ, b += scale Σ dLeft, of one sample. */
  private static void accumulateLeftBy1(float[][] w, float[] b, float[] x, float[] d, float scale) {
    float c0 = scale * d[0];
    w[0][0] += c0 * x[0];
    w[0][1] += c0 * x[1];
    w[0][2] += c0 * x[2];
    b[0] += c0;
    float c1 = scale * d[1];
    w[1][0] += c1 * x[0];
    w[1][1] += c1 * x[1];
    w[1][2] += c1 * x[2];
    b[1] += c1;
    float c2 = scale * d[2];
    w[2][0] += c2 * x[0];
    w[2][1] += c2 * x[1];
    w[2][2] += c2 * x[2];
    b[2] += c2;
    float c3 = scale * d[3];
    w[3][0] += c3 * x[0];
    w[3][1] += c3 * x[1];
    w[3][2] += c3 * x[2];
    b[3] += c3;
  }

  /** w += scale Σ dOut aBothᵀ, b += scale Σ dOut, over count samples. */
  private void accumulateOut(float[][] w, float[] b, float[][] x, int from, int count,
      float scale) {
    for (int s = 0; s < count; s++) {
      accumulateOutBy1(w, b, x[from + s], dOut[s], scale);
    }
  }

  /** w += scale Σ dOut aBothᵀ, b += scale Σ dOut, of one sample. */
  private static void accumulateOutBy1(float[][] w, float[] b, float[] x, float[] d, float scale) {
    float c0 = scale * d[0];
    w[0][0] += c0 * x[0];
    w[0][1] += c0 * x[1];
    w[0][2] += c0 * x[2];
    w[0][3] += c0 * x[3];
    w[0][4] += c0 * x[4];
    w[0][5] += c0 * x[5];
    w[0][6] += c0 * x[6];
    b[0] += c0;
  }
}
