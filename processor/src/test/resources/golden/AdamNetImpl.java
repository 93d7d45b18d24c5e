// Generated from demo.AdamNet. Do not edit.
package demo;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.Topology;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.layout.LayerArrays;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.internal.math.DoubleMath;
import io.github.gradsmith.internal.math.Powers;
import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.internal.warm.WarmUp;
import io.github.gradsmith.internal.weights.Checkpoint;
import io.github.gradsmith.internal.weights.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * The network 2-3-1 of {@link AdamNet}.
 *
 * <p>The input is layer 1. In every layer w holds a row of weights for each neuron and b the
 * biases, z = w a + b the weighted sums, a the activations, d = ∂E/∂z the deltas, gw and gb the
 * gradients ∂E/∂w and ∂E/∂b.
 *
 * <p>One object belongs to one thread at a time. A {@link #replica()} shares the parameters and the
 * optimizer's state and has its own working memory: replicas may run forward, classify, trace, loss
 * and gradient at the same time. train, update, setParameters, copyFrom and load change all
 * replicas and need that none of the others runs, with a happens-before edge on either side.
 */
@GeneratedFrom("demo.AdamNet")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class AdamNetImpl implements AdamNet {
  private static final Topology TOPOLOGY = Topology.builder()
      .layers(2, 3, 1)
      .activations("SIGMOID", "SIGMOID")
      .loss("HALF_SQUARED_ERROR")
      .optimizer("ADAM")
      .forwardFlops(18L)
      .trainFlops(42L)
      .parameterBytes(104L)
      .scratchBytes(6536L)
      .optimizerBytes(216L)
      .heapBytes(15576L)
      .largestMethodBytes(246)
      .loopShapes("written out", "written out")
      .kernels("plain")
      .build();

  /** Samples whose activations are kept at once; a larger mini-batch goes tile by tile. */
  private static final int TILE = 100;
  private static final WeightLayout LAYOUT2 = WeightLayout.rows(2, 3);
  private static final WeightLayout LAYOUT3 = WeightLayout.rows(3, 1);

  /** Layer 2, 2 → 3: weights, a row for each neuron. */
  private final double[][] w2;
  private final double[] b2;
  private final double[] z2 = new double[3];
  private final double[][] a2 = new double[TILE][3];
  private final double[][] d2 = new double[TILE][3];
  private final double[][] gw2 = new double[3][2];
  private final double[] gb2 = new double[3];

  /** Layer 3, 3 → 1: weights, a row for each neuron. */
  private final double[][] w3;
  private final double[] b3;
  private final double[] z3 = new double[1];
  private final double[][] a3 = new double[TILE][1];
  private final double[][] d3 = new double[TILE][1];
  private final double[][] gw3 = new double[1][3];
  private final double[] gb3 = new double[1];

  /** What the optimizer keeps from step to step. */
  private final State state;

  /**
   * New weights.
   *
   * @param seed the same one gives the same bits on every JVM
   */
  public AdamNetImpl(long seed) {
    this((AdamNetImpl) null);
    SeededRandom random = new SeededRandom(seed);
    // w2: ±√(6 / (2 + 3))
    LAYOUT2.uniform(w2, 1.0954451150103321, random);
    // w3: ±√(6 / (3 + 1))
    LAYOUT3.uniform(w3, 1.224744871391589, random);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public AdamNetImpl(Path weights) throws IOException {
    this((AdamNetImpl) null);
    load(weights);
  }

  /** Shares parameters and state of {@code origin}, or has new ones, all 0. */
  private AdamNetImpl(AdamNetImpl origin) {
    if (origin == null) {
      w2 = new double[3][2];
      b2 = new double[3];
      w3 = new double[1][3];
      b3 = new double[1];
      state = new State();
    } else {
      w2 = origin.w2;
      b2 = origin.b2;
      w3 = origin.w3;
      b3 = origin.b3;
      state = origin.state;
    }
  }

  @Override
  public int inputSize() {
    return 2;
  }

  @Override
  public int outputSize() {
    return 1;
  }

  @Override
  public int parameterCount() {
    return 13;
  }

  @Override
  public Topology topology() {
    return TOPOLOGY;
  }

  @Override
  public String toString() {
    return "AdamNet ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(double[] input, double[] output) {
    Arguments.length(input, 2, "input");
    Arguments.length(output, 1, "output");
    forward2(input, z2, a2[0]);
    forward3(a2[0], z3, output);
  }

  @Override
  public double[] forward(double[] input) {
    double[] output = new double[1];
    forward(input, output);
    return output;
  }

  @Override
  public void forward(double[][] inputs, double[][] outputs, int from, int to) {
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(outputs, from, to, 1, "outputs");
    for (int s = from; s < to; s++) {
      forward2(inputs[s], z2, a2[0]);
      forward3(a2[0], z3, outputs[s]);
    }
  }

  @Override
  public int classify(double[] input) {
    throw new IllegalStateException("a single output has no classes: compare it with a threshold");
  }

  @Override
  public void trace(double[] input, double[][] z, double[][] a) {
    Arguments.length(input, 2, "input");
    Arguments.rowCount(z, 3, "z");
    Arguments.rowCount(a, 3, "a");
    Arguments.length(a[0], 2, "a[0]");
    Arguments.length(z[1], 3, "z[1]");
    Arguments.length(a[1], 3, "a[1]");
    Arguments.length(z[2], 1, "z[2]");
    Arguments.length(a[2], 1, "a[2]");
    System.arraycopy(input, 0, a[0], 0, 2);
    forward2(a[0], z[1], a[1]);
    forward3(a[1], z[2], a[2]);
  }

  @Override
  public void warmUp() {
    WarmUp.network(new AdamNetImpl(0L));
  }

  @Override
  public double loss(double[] input, double[] target) {
    Arguments.length(input, 2, "input");
    Arguments.length(target, 1, "target");
    forward2(input, z2, a2[0]);
    forward3(a2[0], z3, a3[0]);
    return loss3(a3[0], target);
  }

  @Override
  public double loss(double[][] inputs, double[][] targets, int from, int to) {
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    double sum = 0;
    for (int s = from; s < to; s++) {
      forward2(inputs[s], z2, a2[0]);
      forward3(a2[0], z3, a3[0]);
      sum += loss3(a3[0], targets[s]);
    }
    return sum / (to - from);
  }

  @Override
  public double loss(double[][] inputs, double[][] targets, double[] weights, int from, int to) {
    double total = Arguments.weights(weights, from, to);
    if (Arguments.areEqual(weights, from, to)) {
      return loss(inputs, targets, from, to);
    }
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    double sum = 0;
    for (int s = from; s < to; s++) {
      forward2(inputs[s], z2, a2[0]);
      forward3(a2[0], z3, a3[0]);
      sum += weights[s] / total * loss3(a3[0], targets[s]);
    }
    return sum;
  }

  @Override
  public double train(double[] input, double[] target, double learningRate) {
    Arguments.length(input, 2, "input");
    Arguments.length(target, 1, "target");
    Arguments.learningRate(learningRate);
    double loss = backpropagate(input, target, 0);
    LayerArrays.clear(gw2, gb2);
    LayerArrays.clear(gw3, gb3);
    accumulate2By1(gw2, gb2, input, d2[0], 1.0);
    accumulate3By1(gw3, gb3, a2[0], d3[0], 1.0);
    step(learningRate);
    return loss;
  }

  @Override
  public double train(double[][] inputs, double[][] targets, int from, int to,
      double learningRate) {
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    Arguments.learningRate(learningRate);
    double loss = meanGradient(inputs, targets, from, to);
    step(learningRate);
    return loss / (to - from);
  }

  @Override
  public double gradient(double[][] inputs, double[][] targets, int from, int to,
      double[] gradient) {
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    Arguments.length(gradient, 13, "gradient");
    double loss = meanGradient(inputs, targets, from, to);
    LAYOUT2.copyOut(gw2, gb2, gradient, 0);
    LAYOUT3.copyOut(gw3, gb3, gradient, 9);
    return loss / (to - from);
  }

  @Override
  public double gradient(double[][] inputs, double[][] targets, double[] weights, int from, int to,
      double[] gradient) {
    double total = Arguments.weights(weights, from, to);
    if (Arguments.areEqual(weights, from, to)) {
      return gradient(inputs, targets, from, to, gradient);
    }
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.length(gradient, 13, "gradient");
    LayerArrays.clear(gw2, gb2);
    LayerArrays.clear(gw3, gb3);
    double loss = addWeightedGradient(inputs, targets, weights, total, from, to);
    LAYOUT2.copyOut(gw2, gb2, gradient, 0);
    LAYOUT3.copyOut(gw3, gb3, gradient, 9);
    return loss;
  }

  @Override
  public void update(double[] gradient, double learningRate) {
    Arguments.length(gradient, 13, "gradient");
    Arguments.learningRate(learningRate);
    LAYOUT2.copyIn(gradient, 0, gw2, gb2);
    LAYOUT3.copyIn(gradient, 9, gw3, gb3);
    step(learningRate);
  }

  @Override
  public void resetOptimizer() {
    LayerArrays.clear(state.mw2, state.mb2);
    LayerArrays.clear(state.vw2, state.vb2);
    LayerArrays.clear(state.mw3, state.mb3);
    LayerArrays.clear(state.vw3, state.vb3);
    state.steps[0] = 0;
  }

  @Override
  public void getParameters(double[] destination) {
    Arguments.length(destination, 13, "destination");
    LAYOUT2.copyOut(w2, b2, destination, 0);
    LAYOUT3.copyOut(w3, b3, destination, 9);
  }

  @Override
  public void setParameters(double[] source) {
    Arguments.length(source, 13, "source");
    LAYOUT2.copyIn(source, 0, w2, b2);
    LAYOUT3.copyIn(source, 9, w3, b3);
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
    checkpoint().load(file);
  }

  @Override
  public void load(InputStream in) throws IOException {
    checkpoint().load(in);
  }

  @Override
  public void saveTraining(Path file) throws IOException {
    checkpoint().save(file);
  }

  @Override
  public void saveTraining(OutputStream out) throws IOException {
    checkpoint().save(out);
  }

  @Override
  public AdamNetImpl replica() {
    return new AdamNetImpl(this);
  }

  @Override
  public AdamNetImpl copy() {
    AdamNetImpl copy = new AdamNetImpl((AdamNetImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(DoublePredictor other) {
    if (!(other instanceof AdamNetImpl)) {
      throw Arguments.otherClass(other, this);
    }
    AdamNetImpl origin = (AdamNetImpl) other;
    LayerArrays.copy(origin.w2, origin.b2, w2, b2);
    LayerArrays.copy(origin.state.mw2, origin.state.mb2, state.mw2, state.mb2);
    LayerArrays.copy(origin.state.vw2, origin.state.vb2, state.vw2, state.vb2);
    LayerArrays.copy(origin.w3, origin.b3, w3, b3);
    LayerArrays.copy(origin.state.mw3, origin.state.mb3, state.mw3, state.mb3);
    LayerArrays.copy(origin.state.vw3, origin.state.vb3, state.vw3, state.vb3);
    state.steps[0] = origin.state.steps[0];
  }

  /** z2 = w2 x + b2, a2 = σ(z2). */
  private void forward2(double[] x, double[] z, double[] a) {
    z[0] = b2[0] + w2[0][0] * x[0] + w2[0][1] * x[1];
    z[1] = b2[1] + w2[1][0] * x[0] + w2[1][1] * x[1];
    z[2] = b2[2] + w2[2][0] * x[0] + w2[2][1] * x[1];
    a[0] = DoubleMath.sigmoid(z[0]);
    a[1] = DoubleMath.sigmoid(z[1]);
    a[2] = DoubleMath.sigmoid(z[2]);
  }

  /** z3 = w3 a2 + b3, a3 = σ(z3). */
  private void forward3(double[] x, double[] z, double[] a) {
    z[0] = b3[0] + w3[0][0] * x[0] + w3[0][1] * x[1] + w3[0][2] * x[2];
    a[0] = DoubleMath.sigmoid(z[0]);
  }

  /** E = Σ ½ (t − a3)². */
  private static double loss3(double[] a, double[] t) {
    return 0.5 * (t[0] - a[0]) * (t[0] - a[0]);
  }

  /** d3 = (a3 − t) ⊙ a3 ⊙ (1 − a3). */
  private static void delta3(double[] a, double[] t, double[] d) {
    d[0] = (a[0] - t[0]) * a[0] * (1.0 - a[0]);
  }

  /** d2 = (w3ᵀ d3) ⊙ a2 ⊙ (1 − a2). */
  private void delta2(double[] next, double[] a, double[] d) {
    d[0] = w3[0][0] * next[0] * a[0] * (1.0 - a[0]);
    d[1] = w3[0][1] * next[0] * a[1] * (1.0 - a[1]);
    d[2] = w3[0][2] * next[0] * a[2] * (1.0 - a[2]);
  }

  /** Forward and backward for one sample, kept in row s; returns its loss. */
  private double backpropagate(double[] x, double[] t, int s) {
    forward2(x, z2, a2[s]);
    forward3(a2[s], z3, a3[s]);
    delta3(a3[s], t, d3[s]);
    delta2(d3[s], a2[s], d2[s]);
    return loss3(a3[s], t);
  }

  /** Forward and backward for up to TILE samples; returns the sum of their losses. */
  private double backpropagateTile(double[][] x, double[][] t, int from, int to) {
    double loss = 0;
    for (int s = from; s < to; s++) {
      loss += backpropagate(x[s], t[s], s - from);
    }
    return loss;
  }

  /** The mean gradient of any number of samples, tile by tile; returns the sum of their losses. */
  private double meanGradient(double[][] x, double[][] t, int start, int to) {
    LayerArrays.clear(gw2, gb2);
    LayerArrays.clear(gw3, gb3);
    double scale = 1.0 / (to - start);
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      loss += backpropagateTile(x, t, from, from + count);
      accumulate2(gw2, gb2, x, from, count, scale);
      accumulate3(gw3, gb3, a2, 0, count, scale);
    }
    return loss;
  }

  /** Adds gradients times weights / total to gw and gb; returns the losses likewise. */
  private double addWeightedGradient(double[][] x, double[][] t, double[] weights, double total,
      int start, int to) {
    double scale = 1.0;
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      for (int s = from; s < from + count; s++) {
        loss += weights[s] / total * backpropagate(x[s], t[s], s - from);
      }
      LayerArrays.weigh(d2, weights, total, from, from + count);
      LayerArrays.weigh(d3, weights, total, from, from + count);
      accumulate2(gw2, gb2, x, from, count, scale);
      accumulate3(gw3, gb3, a2, 0, count, scale);
    }
    return loss;
  }

  /** w += scale Σ d2 xᵀ, b += scale Σ d2, over count samples. */
  private void accumulate2(double[][] w, double[] b, double[][] x, int from, int count,
      double scale) {
    for (int s = 0; s < count; s++) {
      accumulate2By1(w, b, x[from + s], d2[s], scale);
    }
  }

  /** w += scale Σ d2 xᵀ, b += scale Σ d2, of one sample. */
  private static void accumulate2By1(double[][] w, double[] b, double[] x, double[] d,
      double scale) {
    double c0 = scale * d[0];
    w[0][0] += c0 * x[0];
    w[0][1] += c0 * x[1];
    b[0] += c0;
    double c1 = scale * d[1];
    w[1][0] += c1 * x[0];
    w[1][1] += c1 * x[1];
    b[1] += c1;
    double c2 = scale * d[2];
    w[2][0] += c2 * x[0];
    w[2][1] += c2 * x[1];
    b[2] += c2;
  }

  /** w += scale Σ d3 a2ᵀ, b += scale Σ d3, over count samples. */
  private void accumulate3(double[][] w, double[] b, double[][] x, int from, int count,
      double scale) {
    for (int s = 0; s < count; s++) {
      accumulate3By1(w, b, x[from + s], d3[s], scale);
    }
  }

  /** w += scale Σ d3 a2ᵀ, b += scale Σ d3, of one sample. */
  private static void accumulate3By1(double[][] w, double[] b, double[] x, double[] d,
      double scale) {
    double c0 = scale * d[0];
    w[0][0] += c0 * x[0];
    w[0][1] += c0 * x[1];
    w[0][2] += c0 * x[2];
    b[0] += c0;
  }

  /**
   * Step k of all layers with learning rate r: u = √(1 − β2ᵏ), c = r u / (1 − β1ᵏ), e = ε u;
   * β1 = 0.9, β2 = 0.999, ε = 1e-8.
   */
  private void step(double learningRate) {
    state.steps[0]++;
    double k = state.steps[0];
    double u = Math.sqrt(1.0 - Powers.power(0.999, k));
    double c = learningRate * u / (1.0 - Powers.power(0.9, k));
    double e = 1e-8 * u;
    stepLayer(w2, b2, gw2, gb2, state.mw2, state.mb2, state.vw2, state.vb2, c, e);
    stepLayer(w3, b3, gw3, gb3, state.mw3, state.mb3, state.vw3, state.vb3, c, e);
  }

  /** One step of a layer: of each row of weights, and of the biases. */
  private static void stepLayer(double[][] w, double[] b, double[][] gw, double[] gb, double[][] mw,
      double[] mb, double[][] vw, double[] vb, double c, double e) {
    for (int j = 0; j < w.length; j++) {
      stepRow(w[j], gw[j], mw[j], vw[j], c, e);
    }
    stepRow(b, gb, mb, vb, c, e);
  }

  /** One step of a row: m = β1 m + (1 − β1) g, v = β2 v + (1 − β2) g², w = w − c m / (√v + e). */
  private static void stepRow(double[] w, double[] g, double[] m, double[] v, double c, double e) {
    for (int i = 0; i < w.length; i++) {
      m[i] = 0.9 * m[i] + 0.1 * g[i];
      v[i] = 0.999 * v[i] + 0.001 * g[i] * g[i];
      w[i] -= c * m[i] / (Math.sqrt(v[i]) + e);
    }
  }

  /** The arrays that training goes on from. */
  private Checkpoint checkpoint() {
    Checkpoint checkpoint = new Checkpoint(TOPOLOGY);
    checkpoint.addParameters(2, LAYOUT2, w2, b2);
    checkpoint.addState("exp_avg", 2, LAYOUT2, state.mw2, state.mb2);
    checkpoint.addState("exp_avg_sq", 2, LAYOUT2, state.vw2, state.vb2);
    checkpoint.addParameters(3, LAYOUT3, w3, b3);
    checkpoint.addState("exp_avg", 3, LAYOUT3, state.mw3, state.mb3);
    checkpoint.addState("exp_avg_sq", 3, LAYOUT3, state.vw3, state.vb3);
    checkpoint.addSteps(state.steps);
    return checkpoint;
  }

  /** m and v of every weight and bias, shared by replicas. */
  @GeneratedFrom("demo.AdamNet")
  private static final class State {
    private final double[][] mw2 = new double[3][2];
    private final double[] mb2 = new double[3];
    private final double[][] vw2 = new double[3][2];
    private final double[] vb2 = new double[3];
    private final double[][] mw3 = new double[1][3];
    private final double[] mb3 = new double[1];
    private final double[][] vw3 = new double[1][3];
    private final double[] vb3 = new double[1];
    private final double[] steps = new double[1];
  }
}
