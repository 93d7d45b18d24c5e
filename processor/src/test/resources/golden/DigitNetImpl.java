// Generated from demo.DigitNet. Do not edit.
package demo;

import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.Topology;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.layout.InterleavedPanels;
import io.github.gradsmith.internal.layout.LayerArrays;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.internal.math.FloatMath;
import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.internal.math.Sums;
import io.github.gradsmith.internal.parallel.Changes;
import io.github.gradsmith.internal.warm.WarmUp;
import io.github.gradsmith.internal.weights.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import javax.annotation.processing.Generated;

/**
 * The network 784-30-10 of {@link DigitNet}.
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
@GeneratedFrom("demo.DigitNet")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class DigitNetImpl implements DigitNet {
  private static final Topology TOPOLOGY = Topology.builder()
      .layers(784, 30, 10)
      .activations("SIGMOID", "SIGMOID")
      .loss("HALF_SQUARED_ERROR")
      .optimizer("SGD")
      .forwardFlops(47640L)
      .trainFlops(95880L)
      .parameterBytes(95440L)
      .scratchBytes(246528L)
      .heapBytes(351944L)
      .largestMethodBytes(467)
      .loopShapes("5 packed rows side by side, in loops of 800", "blocks of 10 rows")
      .kernels("plain")
      .build();

  /** Samples whose activations are kept at once; a larger mini-batch goes tile by tile. */
  private static final int TILE = 100;
  private static final WeightLayout LAYOUT2 = WeightLayout.rows(784, 30);
  private static final WeightLayout LAYOUT3 = WeightLayout.rows(30, 10);

  /** Counts changes of parameters, for all replicas; packedAt is its value at the last packing. */
  private final Changes changes;
  private long packedAt = -1;

  /** Layer 2, 784 → 30: weights, a row for each neuron, in p2 a few rows side by side. */
  private final float[][] w2;
  private final float[] b2;
  private final float[][] p2 = new float[6][4012];
  private final float[] sums2 = new float[5660];
  private final float[] z2 = new float[30];
  private final float[][] a2 = new float[TILE][30];
  private final float[][] d2 = new float[TILE][30];
  private final float[][] gw2 = new float[30][784];
  private final float[] gb2 = new float[30];

  /** Layer 3, 30 → 10: weights, a row for each neuron. */
  private final float[][] w3;
  private final float[] b3;
  private final float[] z3 = new float[10];
  private final float[][] a3 = new float[TILE][10];
  private final float[][] d3 = new float[TILE][10];
  private final float[][] gw3 = new float[10][30];
  private final float[] gb3 = new float[10];

  /**
   * New weights.
   *
   * @param seed the same one gives the same bits on every JVM
   */
  public DigitNetImpl(long seed) {
    this((DigitNetImpl) null);
    SeededRandom random = new SeededRandom(seed);
    // w2: ±√(6 / (784 + 30))
    LAYOUT2.uniform(w2, 0.08585457105482137, random);
    // w3: ±√(6 / (30 + 10))
    LAYOUT3.uniform(w3, 0.3872983346207417, random);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public DigitNetImpl(Path weights) throws IOException {
    this((DigitNetImpl) null);
    load(weights);
  }

  /** Shares the parameters of {@code origin}, or has new ones, all 0. */
  private DigitNetImpl(DigitNetImpl origin) {
    if (origin == null) {
      changes = new Changes();
      w2 = new float[30][784];
      b2 = new float[30];
      w3 = new float[10][30];
      b3 = new float[10];
    } else {
      changes = origin.changes;
      w2 = origin.w2;
      b2 = origin.b2;
      w3 = origin.w3;
      b3 = origin.b3;
    }
  }

  @Override
  public int inputSize() {
    return 784;
  }

  @Override
  public int outputSize() {
    return 10;
  }

  @Override
  public int parameterCount() {
    return 23860;
  }

  @Override
  public Topology topology() {
    return TOPOLOGY;
  }

  @Override
  public String toString() {
    return "DigitNet ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(float[] input, float[] output) {
    Arguments.length(input, 784, "input");
    Arguments.length(output, 10, "output");
    forward2(input, z2, a2[0]);
    forward3(a2[0], z3, output);
  }

  @Override
  public float[] forward(float[] input) {
    float[] output = new float[10];
    forward(input, output);
    return output;
  }

  @Override
  public void forward(float[][] inputs, float[][] outputs, int from, int to) {
    Arguments.batch(inputs, from, to, 784, "inputs");
    Arguments.batch(outputs, from, to, 10, "outputs");
    for (int s = from; s < to; s++) {
      forward2(inputs[s], z2, a2[0]);
      forward3(a2[0], z3, outputs[s]);
    }
  }

  @Override
  public int classify(float[] input) {
    Arguments.length(input, 784, "input");
    forward2(input, z2, a2[0]);
    forward3(a2[0], z3, a3[0]);
    float[] a = a3[0];
    int largest = 0;
    for (int j = 1; j < 10; j++) {
      if (a[j] > a[largest] || Float.isNaN(a[j]) && !Float.isNaN(a[largest])) {
        largest = j;
      }
    }
    return largest;
  }

  @Override
  public void trace(float[] input, float[][] z, float[][] a) {
    Arguments.length(input, 784, "input");
    Arguments.rowCount(z, 3, "z");
    Arguments.rowCount(a, 3, "a");
    Arguments.length(a[0], 784, "a[0]");
    Arguments.length(z[1], 30, "z[1]");
    Arguments.length(a[1], 30, "a[1]");
    Arguments.length(z[2], 10, "z[2]");
    Arguments.length(a[2], 10, "a[2]");
    System.arraycopy(input, 0, a[0], 0, 784);
    forward2(a[0], z[1], a[1]);
    forward3(a[1], z[2], a[2]);
  }

  @Override
  public void warmUp() {
    WarmUp.network(new DigitNetImpl(0L));
  }

  @Override
  public float loss(float[] input, float[] target) {
    Arguments.length(input, 784, "input");
    Arguments.length(target, 10, "target");
    forward2(input, z2, a2[0]);
    forward3(a2[0], z3, a3[0]);
    return loss3(a3[0], target);
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, int from, int to) {
    Arguments.batch(inputs, from, to, 784, "inputs");
    Arguments.batch(targets, from, to, 10, "targets");
    Arguments.notEmpty(from, to);
    double sum = 0;
    for (int s = from; s < to; s++) {
      forward2(inputs[s], z2, a2[0]);
      forward3(a2[0], z3, a3[0]);
      sum += loss3(a3[0], targets[s]);
    }
    return (float) (sum / (to - from));
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, float[] weights, int from, int to) {
    double total = Arguments.weights(weights, from, to);
    if (Arguments.areEqual(weights, from, to)) {
      return loss(inputs, targets, from, to);
    }
    Arguments.batch(inputs, from, to, 784, "inputs");
    Arguments.batch(targets, from, to, 10, "targets");
    double sum = 0;
    for (int s = from; s < to; s++) {
      forward2(inputs[s], z2, a2[0]);
      forward3(a2[0], z3, a3[0]);
      sum += weights[s] / total * loss3(a3[0], targets[s]);
    }
    return (float) sum;
  }

  @Override
  public float train(float[] input, float[] target, float learningRate) {
    Arguments.length(input, 784, "input");
    Arguments.length(target, 10, "target");
    Arguments.learningRate(learningRate);
    float loss = backpropagate(input, target, 0, false);
    LayerArrays.accumulate(w2, b2, input, d2[0], -learningRate);
    LayerArrays.accumulate(w3, b3, a2[0], d3[0], -learningRate);
    changes.add();
    return loss;
  }

  @Override
  public float train(float[][] inputs, float[][] targets, int from, int to, float learningRate) {
    Arguments.batch(inputs, from, to, 784, "inputs");
    Arguments.batch(targets, from, to, 10, "targets");
    Arguments.notEmpty(from, to);
    Arguments.learningRate(learningRate);
    int count = to - from;
    double loss;
    if (count <= TILE) {
      loss = backpropagateTile(inputs, targets, from, to);
      float scale = -learningRate / count;
      accumulate2(w2, b2, inputs, from, count, scale);
      accumulate3(w3, b3, a2, 0, count, scale);
    } else {
      loss = meanGradient(inputs, targets, from, to);
      LayerArrays.descend(w2, b2, gw2, gb2, learningRate);
      LayerArrays.descend(w3, b3, gw3, gb3, learningRate);
    }
    changes.add();
    return (float) (loss / count);
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    Arguments.batch(inputs, from, to, 784, "inputs");
    Arguments.batch(targets, from, to, 10, "targets");
    Arguments.notEmpty(from, to);
    Arguments.length(gradient, 23860, "gradient");
    double loss = meanGradient(inputs, targets, from, to);
    LAYOUT2.copyOut(gw2, gb2, gradient, 0);
    LAYOUT3.copyOut(gw3, gb3, gradient, 23550);
    return (float) (loss / (to - from));
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, float[] weights, int from, int to,
      float[] gradient) {
    double total = Arguments.weights(weights, from, to);
    if (Arguments.areEqual(weights, from, to)) {
      return gradient(inputs, targets, from, to, gradient);
    }
    Arguments.batch(inputs, from, to, 784, "inputs");
    Arguments.batch(targets, from, to, 10, "targets");
    Arguments.length(gradient, 23860, "gradient");
    LayerArrays.clear(gw2, gb2);
    LayerArrays.clear(gw3, gb3);
    double loss = addWeightedGradient(inputs, targets, weights, total, from, to);
    LAYOUT2.copyOut(gw2, gb2, gradient, 0);
    LAYOUT3.copyOut(gw3, gb3, gradient, 23550);
    return (float) loss;
  }

  @Override
  public void update(float[] gradient, float learningRate) {
    Arguments.length(gradient, 23860, "gradient");
    Arguments.learningRate(learningRate);
    LAYOUT2.copyIn(gradient, 0, gw2, gb2);
    LAYOUT3.copyIn(gradient, 23550, gw3, gb3);
    LayerArrays.descend(w2, b2, gw2, gb2, learningRate);
    LayerArrays.descend(w3, b3, gw3, gb3, learningRate);
    changes.add();
  }

  @Override
  public void resetOptimizer() {
    // W = W − α ∂E/∂W keeps nothing from step to step.
  }

  @Override
  public void getParameters(float[] destination) {
    Arguments.length(destination, 23860, "destination");
    LAYOUT2.copyOut(w2, b2, destination, 0);
    LAYOUT3.copyOut(w3, b3, destination, 23550);
  }

  @Override
  public void setParameters(float[] source) {
    Arguments.length(source, 23860, "source");
    LAYOUT2.copyIn(source, 0, w2, b2);
    LAYOUT3.copyIn(source, 23550, w3, b3);
    changes.add();
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
  public DigitNetImpl replica() {
    return new DigitNetImpl(this);
  }

  @Override
  public DigitNetImpl copy() {
    DigitNetImpl copy = new DigitNetImpl((DigitNetImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    if (!(other instanceof DigitNetImpl)) {
      throw Arguments.otherClass(other, this);
    }
    DigitNetImpl origin = (DigitNetImpl) other;
    LayerArrays.copy(origin.w2, origin.b2, w2, b2);
    LayerArrays.copy(origin.w3, origin.b3, w3, b3);
    changes.add();
  }

  /** Packs the weights for the sums, if they have changed. */
  private void pack() {
    if (packedAt != changes.count()) {
      InterleavedPanels.pack(w2, p2, 5, 800);
      packedAt = changes.count();
    }
  }

  /** z2 = w2 x + b2, a2 = σ(z2). */
  private void forward2(float[] x, float[] z, float[] a) {
    pack();
    // acc holds blocks of sums, of 5 rows in turn, and behind them the input.
    float[] acc = sums2;
    System.arraycopy(x, 0, acc, 800, 784);
    System.arraycopy(x, 0, acc, 1600, 128);
    for (int j = 0; j < 30; j += 5) {
      float[] p = p2[j / 5];
      for (int l = 0; l < 800; l++) {
        acc[l] = p[l] * acc[l + 800] + p[l + 800] * acc[l + 832] + p[l + 1600] * acc[l + 864]
            + p[l + 2400] * acc[l + 896] + p[l + 3200] * acc[l + 928];
      }
      for (int l = 0; l < 160; l++) {
        acc[l] += acc[l + 160] + acc[l + 320] + acc[l + 480] + acc[l + 640];
      }
      for (int r = 0; r < 5; r++) {
        z[j + r] = b2[j + r] + Sums.sum(acc, 32 * r, 32 * r + 32);
      }
    }
    for (int j = 0; j < 30; j++) {
      a[j] = FloatMath.sigmoid(z[j]);
    }
  }

  /** z2 = w2 x + b2, a2 = σ(z2). From rows where they are. */
  private void forward2Unpacked(float[] x, float[] z, float[] a) {
    // Partial sums in SIMD: a plain dot product is one ordered chain of additions.
    // Behind them acc holds x, aligned as they are.
    float[] acc = sums2;
    System.arraycopy(x, 0, acc, 512, 784);
    for (int j = 0; j < 30; j += 2) {
      float[] r0 = w2[j];
      float[] r1 = w2[j + 1];
      for (int l = 0; l < 256; l++) {
        acc[l] = r0[l] * acc[l + 512] + r0[l + 256] * acc[l + 768] + r0[l + 512] * acc[l + 1024];
        acc[l + 256] = r1[l] * acc[l + 512] + r1[l + 256] * acc[l + 768]
            + r1[l + 512] * acc[l + 1024];
      }
      for (int l = 0; l < 16; l++) {
        acc[l] += r0[l + 768] * acc[l + 1280];
        acc[l + 256] += r1[l + 768] * acc[l + 1280];
      }
      for (int l = 0; l < 64; l++) {
        acc[l] += acc[l + 64] + acc[l + 128] + acc[l + 192];
      }
      z[j] = b2[j] + Sums.sum(acc, 0, 64);
      for (int l = 0; l < 64; l++) {
        acc[l + 256] += acc[l + 320] + acc[l + 384] + acc[l + 448];
      }
      z[j + 1] = b2[j + 1] + Sums.sum(acc, 256, 320);
    }
    for (int j = 0; j < 30; j++) {
      a[j] = FloatMath.sigmoid(z[j]);
    }
  }

  /** z3 = w3 a2 + b3, a3 = σ(z3). */
  private void forward3(float[] x, float[] z, float[] a) {
    float[] r0 = w3[0];
    float[] r1 = w3[1];
    float[] r2 = w3[2];
    float[] r3 = w3[3];
    float[] r4 = w3[4];
    float[] r5 = w3[5];
    float[] r6 = w3[6];
    float[] r7 = w3[7];
    float[] r8 = w3[8];
    float[] r9 = w3[9];
    float s0 = b3[0];
    float s1 = b3[1];
    float s2 = b3[2];
    float s3 = b3[3];
    float s4 = b3[4];
    float s5 = b3[5];
    float s6 = b3[6];
    float s7 = b3[7];
    float s8 = b3[8];
    float s9 = b3[9];
    for (int i = 0; i < 30; i++) {
      s0 += r0[i] * x[i];
      s1 += r1[i] * x[i];
      s2 += r2[i] * x[i];
      s3 += r3[i] * x[i];
      s4 += r4[i] * x[i];
      s5 += r5[i] * x[i];
      s6 += r6[i] * x[i];
      s7 += r7[i] * x[i];
      s8 += r8[i] * x[i];
      s9 += r9[i] * x[i];
    }
    z[0] = s0;
    z[1] = s1;
    z[2] = s2;
    z[3] = s3;
    z[4] = s4;
    z[5] = s5;
    z[6] = s6;
    z[7] = s7;
    z[8] = s8;
    z[9] = s9;
    for (int j = 0; j < 10; j++) {
      a[j] = FloatMath.sigmoid(z[j]);
    }
  }

  /** E = Σ ½ (t − a3)². */
  private static float loss3(float[] a, float[] t) {
    float loss = 0;
    for (int j = 0; j < 10; j++) {
      loss += 0.5f * (t[j] - a[j]) * (t[j] - a[j]);
    }
    return loss;
  }

  /** d3 = (a3 − t) ⊙ a3 ⊙ (1 − a3). */
  private static void delta3(float[] a, float[] t, float[] d) {
    for (int j = 0; j < 10; j++) {
      d[j] = (a[j] - t[j]) * a[j] * (1f - a[j]);
    }
  }

  /** d2 = (w3ᵀ d3) ⊙ a2 ⊙ (1 − a2). */
  private void delta2(float[] next, float[] a, float[] d) {
    Arrays.fill(d, 0);
    for (int j = 0; j < 10; j += 5) {
      float[] r0 = w3[j];
      float[] r1 = w3[j + 1];
      float[] r2 = w3[j + 2];
      float[] r3 = w3[j + 3];
      float[] r4 = w3[j + 4];
      float c0 = next[j];
      float c1 = next[j + 1];
      float c2 = next[j + 2];
      float c3 = next[j + 3];
      float c4 = next[j + 4];
      for (int k = 0; k < 30; k++) {
        d[k] += c0 * r0[k] + c1 * r1[k] + c2 * r2[k] + c3 * r3[k] + c4 * r4[k];
      }
    }
    for (int k = 0; k < 30; k++) {
      d[k] = d[k] * a[k] * (1f - a[k]);
    }
  }

  /** Forward and backward for one sample, kept in row s; returns its loss. */
  private float backpropagate(float[] x, float[] t, int s, boolean packed) {
    if (packed) {
      forward2(x, z2, a2[s]);
    } else {
      forward2Unpacked(x, z2, a2[s]);
    }
    forward3(a2[s], z3, a3[s]);
    delta3(a3[s], t, d3[s]);
    delta2(d3[s], a2[s], d2[s]);
    return loss3(a3[s], t);
  }

  /** Forward and backward for up to TILE samples; returns the sum of their losses. */
  private double backpropagateTile(float[][] x, float[][] t, int from, int to) {
    double loss = 0;
    for (int s = from; s < to; s++) {
      loss += backpropagate(x[s], t[s], s - from, to - from >= 5);
    }
    return loss;
  }

  /** The mean gradient of any number of samples, tile by tile; returns the sum of their losses. */
  private double meanGradient(float[][] x, float[][] t, int start, int to) {
    LayerArrays.clear(gw2, gb2);
    LayerArrays.clear(gw3, gb3);
    float scale = 1f / (to - start);
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
  private double addWeightedGradient(float[][] x, float[][] t, float[] weights, double total,
      int start, int to) {
    float scale = 1f;
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      for (int s = from; s < from + count; s++) {
        loss += weights[s] / total * backpropagate(x[s], t[s], s - from, count >= 5);
      }
      LayerArrays.weigh(d2, weights, total, from, from + count);
      LayerArrays.weigh(d3, weights, total, from, from + count);
      accumulate2(gw2, gb2, x, from, count, scale);
      accumulate3(gw3, gb3, a2, 0, count, scale);
    }
    return loss;
  }

  /** w += scale Σ d2 xᵀ, b += scale Σ d2, over count samples. */
  private void accumulate2(float[][] w, float[] b, float[][] x, int from, int count, float scale) {
    int s = 0;
    for (; s + 5 <= count; s += 5) {
      accumulate2By5(w, b, x, from + s, s, scale);
    }
    for (; s < count; s++) {
      LayerArrays.accumulate(w, b, x[from + s], d2[s], scale);
    }
  }

  /** w += scale Σ d2 xᵀ, b += scale Σ d2, over 5 samples. */
  private void accumulate2By5(float[][] w, float[] b, float[][] x, int row, int s, float scale) {
    float[] delta0 = d2[s];
    float[] delta1 = d2[s + 1];
    float[] delta2 = d2[s + 2];
    float[] delta3 = d2[s + 3];
    float[] delta4 = d2[s + 4];
    float[] acc = sums2;
    for (int k = 0; k < 5; k++) {
      System.arraycopy(x[row + k], 0, acc, 1728 + 784 * k, 784);
    }
    for (int j = 0; j < 30; j += 2) {
      float[] r0 = w[j];
      float c0 = scale * delta0[j];
      float c1 = scale * delta1[j];
      float c2 = scale * delta2[j];
      float c3 = scale * delta3[j];
      float c4 = scale * delta4[j];
      float[] r1 = w[j + 1];
      float e0 = scale * delta0[j + 1];
      float e1 = scale * delta1[j + 1];
      float e2 = scale * delta2[j + 1];
      float e3 = scale * delta3[j + 1];
      float e4 = scale * delta4[j + 1];
      for (int i = 0; i < 784; i++) {
        r0[i] += c0 * acc[i + 1728] + c1 * acc[i + 2512] + c2 * acc[i + 3296] + c3 * acc[i + 4080]
            + c4 * acc[i + 4864];
        r1[i] += e0 * acc[i + 1728] + e1 * acc[i + 2512] + e2 * acc[i + 3296] + e3 * acc[i + 4080]
            + e4 * acc[i + 4864];
      }
      b[j] += c0 + c1 + c2 + c3 + c4;
      b[j + 1] += e0 + e1 + e2 + e3 + e4;
    }
  }

  /** w += scale Σ d3 a2ᵀ, b += scale Σ d3, over count samples. */
  private void accumulate3(float[][] w, float[] b, float[][] x, int from, int count, float scale) {
    int s = 0;
    for (; s + 5 <= count; s += 5) {
      accumulate3By5(w, b, x, from + s, s, scale);
    }
    for (; s < count; s++) {
      LayerArrays.accumulate(w, b, x[from + s], d3[s], scale);
    }
  }

  /** w += scale Σ d3 a2ᵀ, b += scale Σ d3, over 5 samples. */
  private void accumulate3By5(float[][] w, float[] b, float[][] x, int row, int s, float scale) {
    float[] delta0 = d3[s];
    float[] delta1 = d3[s + 1];
    float[] delta2 = d3[s + 2];
    float[] delta3 = d3[s + 3];
    float[] delta4 = d3[s + 4];
    float[] x0 = x[row];
    float[] x1 = x[row + 1];
    float[] x2 = x[row + 2];
    float[] x3 = x[row + 3];
    float[] x4 = x[row + 4];
    for (int j = 0; j < 10; j++) {
      float[] r = w[j];
      float c0 = scale * delta0[j];
      float c1 = scale * delta1[j];
      float c2 = scale * delta2[j];
      float c3 = scale * delta3[j];
      float c4 = scale * delta4[j];
      for (int i = 0; i < 30; i++) {
        r[i] += c0 * x0[i] + c1 * x1[i] + c2 * x2[i] + c3 * x3[i] + c4 * x4[i];
      }
      b[j] += c0 + c1 + c2 + c3 + c4;
    }
  }
}
