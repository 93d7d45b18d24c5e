// Generated from demo.StepsNet. Do not edit.
package demo;

import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.Topology;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.layout.LayerArrays;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.internal.math.FloatMath;
import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.internal.warm.WarmUp;
import io.github.gradsmith.internal.weights.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import javax.annotation.processing.Generated;

/**
 * The network 6-4-2 of {@link StepsNet}.
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
@GeneratedFrom("demo.StepsNet")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class StepsNetImpl implements StepsNet {
  private static final Topology TOPOLOGY = Topology.builder()
      .input("IN", 2, 3)
      .layer("STEPS", "DENSE", "TANH", new int[] {2, 2}, "IN")
      .parameter("weight", 2, 3)
      .parameter("bias", 2)
      .layer("OUT", "DENSE", "IDENTITY", new int[] {2, 1}, "STEPS")
      .parameter("weight", 1, 2)
      .parameter("bias", 1)
      .loss("HALF_SQUARED_ERROR")
      .optimizer("SGD")
      .forwardFlops(32L)
      .trainFlops(72L)
      .parameterBytes(44L)
      .scratchBytes(4868L)
      .heapBytes(13288L)
      .largestMethodBytes(225)
      .loopShapes("step by step, blocks of 4 rows", "step by step, blocks of 4 rows")
      .kernels("plain")
      .build();

  /** Samples whose activations are kept at once; a larger mini-batch goes tile by tile. */
  private static final int TILE = 100;
  private static final WeightLayout LAYOUT_STEPS = WeightLayout.rows(3, 2);
  private static final WeightLayout LAYOUT_OUT = WeightLayout.rows(2, 1);

  /** STEPS, 6 → 4: weights, a row for each neuron. */
  private final float[][] wSteps;
  private final float[] bSteps;
  private final float[] zSteps = new float[4];
  private final float[][] aSteps = new float[TILE][4];
  private final float[][] dSteps = new float[TILE][4];
  private final float[][] gwSteps = new float[2][3];
  private final float[] gbSteps = new float[2];

  /** OUT, 4 → 2: weights, a row for each neuron. */
  private final float[][] wOut;
  private final float[] bOut;
  private final float[] zOut = new float[2];
  private final float[][] aOut = new float[TILE][2];
  private final float[][] dOut = new float[TILE][2];
  private final float[][] gwOut = new float[1][2];
  private final float[] gbOut = new float[1];

  /**
   * New weights.
   *
   * @param seed the same one gives the same bits on every JVM
   */
  public StepsNetImpl(long seed) {
    this((StepsNetImpl) null);
    SeededRandom random = new SeededRandom(seed);
    // wSteps: ±√(6 / (3 + 2))
    LAYOUT_STEPS.uniform(wSteps, 1.0954451150103321, random);
    // wOut: ±√(6 / (2 + 1))
    LAYOUT_OUT.uniform(wOut, 1.4142135623730951, random);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public StepsNetImpl(Path weights) throws IOException {
    this((StepsNetImpl) null);
    load(weights);
  }

  /** Shares the parameters of {@code origin}, or has new ones, all 0. */
  private StepsNetImpl(StepsNetImpl origin) {
    if (origin == null) {
      wSteps = new float[2][3];
      bSteps = new float[2];
      wOut = new float[1][2];
      bOut = new float[1];
    } else {
      wSteps = origin.wSteps;
      bSteps = origin.bSteps;
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
    return 2;
  }

  @Override
  public int parameterCount() {
    return 11;
  }

  @Override
  public Topology topology() {
    return TOPOLOGY;
  }

  @Override
  public String toString() {
    return "StepsNet ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(float[] input, float[] output) {
    Arguments.length(input, 6, "input");
    Arguments.length(output, 2, "output");
    forwardSteps(input, zSteps, aSteps[0]);
    forwardOut(aSteps[0], zOut, output);
  }

  @Override
  public float[] forward(float[] input) {
    float[] output = new float[2];
    forward(input, output);
    return output;
  }

  @Override
  public void forward(float[][] inputs, float[][] outputs, int from, int to) {
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(outputs, from, to, 2, "outputs");
    for (int s = from; s < to; s++) {
      forwardSteps(inputs[s], zSteps, aSteps[0]);
      forwardOut(aSteps[0], zOut, outputs[s]);
    }
  }

  @Override
  public int classify(float[] input) {
    throw new IllegalStateException(
        "each row of the outputs {2, 1} has a class of its own: compare them");
  }

  @Override
  public void trace(float[] input, float[][] z, float[][] a) {
    Arguments.length(input, 6, "input");
    Arguments.rowCount(z, 3, "z");
    Arguments.rowCount(a, 3, "a");
    Arguments.length(a[0], 6, "a[0]");
    Arguments.length(z[1], 4, "z[1]");
    Arguments.length(a[1], 4, "a[1]");
    Arguments.length(z[2], 2, "z[2]");
    Arguments.length(a[2], 2, "a[2]");
    System.arraycopy(input, 0, a[0], 0, 6);
    forwardSteps(a[0], z[1], a[1]);
    forwardOut(a[1], z[2], a[2]);
  }

  @Override
  public void warmUp() {
    WarmUp.network(new StepsNetImpl(0L));
  }

  @Override
  public float loss(float[] input, float[] target) {
    Arguments.length(input, 6, "input");
    Arguments.length(target, 2, "target");
    forwardSteps(input, zSteps, aSteps[0]);
    forwardOut(aSteps[0], zOut, aOut[0]);
    return lossOut(aOut[0], target);
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, int from, int to) {
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(targets, from, to, 2, "targets");
    Arguments.notEmpty(from, to);
    double sum = 0;
    for (int s = from; s < to; s++) {
      forwardSteps(inputs[s], zSteps, aSteps[0]);
      forwardOut(aSteps[0], zOut, aOut[0]);
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
    Arguments.batch(targets, from, to, 2, "targets");
    double sum = 0;
    for (int s = from; s < to; s++) {
      forwardSteps(inputs[s], zSteps, aSteps[0]);
      forwardOut(aSteps[0], zOut, aOut[0]);
      sum += weights[s] / total * lossOut(aOut[0], targets[s]);
    }
    return (float) sum;
  }

  @Override
  public float train(float[] input, float[] target, float learningRate) {
    Arguments.length(input, 6, "input");
    Arguments.length(target, 2, "target");
    Arguments.learningRate(learningRate);
    float loss = backpropagate(input, target, 0);
    accumulateStepsBy1(wSteps, bSteps, input, dSteps[0], -learningRate);
    accumulateOutBy1(wOut, bOut, aSteps[0], dOut[0], -learningRate);
    return loss;
  }

  @Override
  public float train(float[][] inputs, float[][] targets, int from, int to, float learningRate) {
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(targets, from, to, 2, "targets");
    Arguments.notEmpty(from, to);
    Arguments.learningRate(learningRate);
    int count = to - from;
    double loss;
    if (count <= TILE) {
      loss = backpropagateTile(inputs, targets, from, to);
      float scale = -learningRate / count;
      accumulateSteps(wSteps, bSteps, inputs, from, count, scale);
      accumulateOut(wOut, bOut, aSteps, 0, count, scale);
    } else {
      loss = meanGradient(inputs, targets, from, to);
      LayerArrays.descend(wSteps, bSteps, gwSteps, gbSteps, learningRate);
      LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
    }
    return (float) (loss / count);
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(targets, from, to, 2, "targets");
    Arguments.notEmpty(from, to);
    Arguments.length(gradient, 11, "gradient");
    double loss = meanGradient(inputs, targets, from, to);
    LAYOUT_STEPS.copyOut(gwSteps, gbSteps, gradient, 0);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 8);
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
    Arguments.batch(targets, from, to, 2, "targets");
    Arguments.length(gradient, 11, "gradient");
    LayerArrays.clear(gwSteps, gbSteps);
    LayerArrays.clear(gwOut, gbOut);
    double loss = addWeightedGradient(inputs, targets, weights, total, from, to);
    LAYOUT_STEPS.copyOut(gwSteps, gbSteps, gradient, 0);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 8);
    return (float) loss;
  }

  @Override
  public void update(float[] gradient, float learningRate) {
    Arguments.length(gradient, 11, "gradient");
    Arguments.learningRate(learningRate);
    LAYOUT_STEPS.copyIn(gradient, 0, gwSteps, gbSteps);
    LAYOUT_OUT.copyIn(gradient, 8, gwOut, gbOut);
    LayerArrays.descend(wSteps, bSteps, gwSteps, gbSteps, learningRate);
    LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
  }

  @Override
  public void resetOptimizer() {
    // W = W − α ∂E/∂W keeps nothing from step to step.
  }

  @Override
  public void getParameters(float[] destination) {
    Arguments.length(destination, 11, "destination");
    LAYOUT_STEPS.copyOut(wSteps, bSteps, destination, 0);
    LAYOUT_OUT.copyOut(wOut, bOut, destination, 8);
  }

  @Override
  public void setParameters(float[] source) {
    Arguments.length(source, 11, "source");
    LAYOUT_STEPS.copyIn(source, 0, wSteps, bSteps);
    LAYOUT_OUT.copyIn(source, 8, wOut, bOut);
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
  public StepsNetImpl replica() {
    return new StepsNetImpl(this);
  }

  @Override
  public StepsNetImpl copy() {
    StepsNetImpl copy = new StepsNetImpl((StepsNetImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    if (!(other instanceof StepsNetImpl)) {
      throw Arguments.otherClass(other, this);
    }
    StepsNetImpl origin = (StepsNetImpl) other;
    LayerArrays.copy(origin.wSteps, origin.bSteps, wSteps, bSteps);
    LayerArrays.copy(origin.wOut, origin.bOut, wOut, bOut);
  }

  /** zSteps = wSteps x + bSteps for each step, aSteps = tanh(zSteps). */
  private void forwardSteps(float[] x, float[] z, float[] a) {
    for (int p = 0, q = 0; q < 4; p += 3, q += 2) {
      float[] r0 = wSteps[0];
      float[] r1 = wSteps[1];
      float s0 = bSteps[0];
      float s1 = bSteps[1];
      for (int i = 0; i < 3; i++) {
        float v = x[p + i];
        s0 += r0[i] * v;
        s1 += r1[i] * v;
      }
      z[q] = s0;
      z[q + 1] = s1;
    }
    for (int j = 0; j < 4; j++) {
      a[j] = FloatMath.tanh(z[j]);
    }
  }

  /** zOut = wOut aSteps + bOut for each step, aOut = zOut. */
  private void forwardOut(float[] x, float[] z, float[] a) {
    for (int p = 0, q = 0; q < 2; p += 2, q += 1) {
      float[] r0 = wOut[0];
      float s0 = bOut[0];
      for (int i = 0; i < 2; i++) {
        float v = x[p + i];
        s0 += r0[i] * v;
      }
      z[q] = s0;
    }
    System.arraycopy(z, 0, a, 0, 2);
  }

  /** E = Σ ½ (t − aOut)². */
  private static float lossOut(float[] a, float[] t) {
    float loss = 0;
    for (int j = 0; j < 2; j++) {
      loss += 0.5f * (t[j] - a[j]) * (t[j] - a[j]);
    }
    return loss;
  }

  /** dOut = aOut − t. */
  private static void deltaOut(float[] a, float[] t, float[] d) {
    for (int j = 0; j < 2; j++) {
      d[j] = a[j] - t[j];
    }
  }

  /** dSteps = (wOutᵀ dOut) ⊙ (1 − aSteps²), for each step. */
  private void deltaSteps(float[] next, float[] a, float[] d) {
    Arrays.fill(d, 0);
    for (int p = 0, q = 0; q < 2; p += 2, q += 1) {
      for (int j = 0; j < 1; j++) {
        float[] r = wOut[j];
        float c = next[q + j];
        for (int i = 0; i < 2; i++) {
          d[p + i] += c * r[i];
        }
      }
    }
    for (int k = 0; k < 4; k++) {
      d[k] = d[k] * (1f - a[k] * a[k]);
    }
  }

  /** Forward and backward for one sample, kept in row s; returns its loss. */
  private float backpropagate(float[] x, float[] t, int s) {
    forwardSteps(x, zSteps, aSteps[s]);
    forwardOut(aSteps[s], zOut, aOut[s]);
    deltaOut(aOut[s], t, dOut[s]);
    deltaSteps(dOut[s], aSteps[s], dSteps[s]);
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
    LayerArrays.clear(gwSteps, gbSteps);
    LayerArrays.clear(gwOut, gbOut);
    float scale = 1f / (to - start);
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      loss += backpropagateTile(x, t, from, from + count);
      accumulateSteps(gwSteps, gbSteps, x, from, count, scale);
      accumulateOut(gwOut, gbOut, aSteps, 0, count, scale);
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
      LayerArrays.weigh(dSteps, weights, total, from, from + count);
      LayerArrays.weigh(dOut, weights, total, from, from + count);
      accumulateSteps(gwSteps, gbSteps, x, from, count, scale);
      accumulateOut(gwOut, gbOut, aSteps, 0, count, scale);
    }
    return loss;
  }

  /** w += scale Σ dSteps xᵀ, b += scale Σ dSteps, over count samples. */
  private void accumulateSteps(float[][] w, float[] b, float[][] x, int from, int count,
      float scale) {
    for (int s = 0; s < count; s++) {
      accumulateStepsBy1(w, b, x[from + s], dSteps[s], scale);
    }
  }

  /** w += scale Σ dSteps xᵀ, b += scale Σ dSteps, over the steps of one sample. */
  private static void accumulateStepsBy1(float[][] w, float[] b, float[] x, float[] d,
      float scale) {
    for (int p = 0, q = 0; q < 4; p += 3, q += 2) {
      for (int j = 0; j < 2; j++) {
        float[] r = w[j];
        float c = scale * d[q + j];
        for (int i = 0; i < 3; i++) {
          r[i] += c * x[p + i];
        }
        b[j] += c;
      }
    }
  }

  /** w += scale Σ dOut aStepsᵀ, b += scale Σ dOut, over count samples. */
  private void accumulateOut(float[][] w, float[] b, float[][] x, int from, int count,
      float scale) {
    for (int s = 0; s < count; s++) {
      accumulateOutBy1(w, b, x[from + s], dOut[s], scale);
    }
  }

  /** w += scale Σ dOut aStepsᵀ, b += scale Σ dOut, over the steps of one sample. */
  private static void accumulateOutBy1(float[][] w, float[] b, float[] x, float[] d, float scale) {
    for (int p = 0, q = 0; q < 2; p += 2, q += 1) {
      for (int j = 0; j < 1; j++) {
        float[] r = w[j];
        float c = scale * d[q + j];
        for (int i = 0; i < 2; i++) {
          r[i] += c * x[p + i];
        }
        b[j] += c;
      }
    }
  }
}
