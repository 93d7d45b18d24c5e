// Generated from demo.TurnNet. Do not edit.
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
 * The network 6-4-4-4-1 of {@link TurnNet}.
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
@GeneratedFrom("demo.TurnNet")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class TurnNetImpl implements TurnNet {
  private static final Topology TOPOLOGY = Topology.builder()
      .input("IN", 2, 3)
      .layer("LEFT", "DENSE", "IDENTITY", new int[] {2, 2}, "IN")
      .parameter("weight", 2, 3)
      .parameter("bias", 2)
      .layer("TURNED", "TRANSPOSE", "IDENTITY", new int[] {2, 2}, "LEFT")
      .layer("FLAT", "FLATTEN", "IDENTITY", new int[] {4}, "TURNED")
      .layer("OUT", "DENSE", "IDENTITY", new int[] {1}, "FLAT")
      .parameter("weight", 1, 4)
      .parameter("bias", 1)
      .loss("HALF_SQUARED_ERROR")
      .optimizer("SGD")
      .forwardFlops(32L)
      .trainFlops(72L)
      .parameterBytes(52L)
      .scratchBytes(10472L)
      .heapBytes(27768L)
      .largestMethodBytes(281)
      .loopShapes("step by step, blocks of 4 rows", "row by row", "number by number", "written out")
      .kernels("plain")
      .build();

  /** Samples whose activations are kept at once; a larger mini-batch goes tile by tile. */
  private static final int TILE = 100;
  private static final WeightLayout LAYOUT_LEFT = WeightLayout.rows(3, 2);
  private static final WeightLayout LAYOUT_OUT = WeightLayout.rows(4, 1);

  /** LEFT, 6 → 4: weights, a row for each neuron. */
  private final float[][] wLeft;
  private final float[] bLeft;
  private final float[] zLeft = new float[4];
  private final float[][] aLeft = new float[TILE][4];
  private final float[][] dLeft = new float[TILE][4];
  private final float[][] gwLeft = new float[2][3];
  private final float[] gbLeft = new float[2];
  private final float[][] aTurned = new float[TILE][4];
  private final float[][] dTurned = new float[TILE][4];
  private final float[][] aFlat = new float[TILE][4];
  private final float[][] dFlat = new float[TILE][4];

  /** OUT, 4 → 1: weights, a row for each neuron. */
  private final float[][] wOut;
  private final float[] bOut;
  private final float[] zOut = new float[1];
  private final float[][] aOut = new float[TILE][1];
  private final float[][] dOut = new float[TILE][1];
  private final float[][] gwOut = new float[1][4];
  private final float[] gbOut = new float[1];

  /**
   * New weights.
   *
   * @param seed the same one gives the same bits on every JVM
   */
  public TurnNetImpl(long seed) {
    this((TurnNetImpl) null);
    SeededRandom random = new SeededRandom(seed);
    // wLeft: ±√(6 / (3 + 2))
    LAYOUT_LEFT.uniform(wLeft, 1.0954451150103321, random);
    // wOut: ±√(6 / (4 + 1))
    LAYOUT_OUT.uniform(wOut, 1.0954451150103321, random);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public TurnNetImpl(Path weights) throws IOException {
    this((TurnNetImpl) null);
    load(weights);
  }

  /** Shares the parameters of {@code origin}, or has new ones, all 0. */
  private TurnNetImpl(TurnNetImpl origin) {
    if (origin == null) {
      wLeft = new float[2][3];
      bLeft = new float[2];
      wOut = new float[1][4];
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
    return 6;
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
    return "TurnNet ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(float[] input, float[] output) {
    Arguments.length(input, 6, "input");
    Arguments.length(output, 1, "output");
    forwardLeft(input, zLeft, aLeft[0]);
    forwardTurned(aLeft[0], aTurned[0]);
    forwardFlat(aTurned[0], aFlat[0]);
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
      forwardLeft(inputs[s], zLeft, aLeft[0]);
      forwardTurned(aLeft[0], aTurned[0]);
      forwardFlat(aTurned[0], aFlat[0]);
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
    Arguments.rowCount(z, 5, "z");
    Arguments.rowCount(a, 5, "a");
    Arguments.length(a[0], 6, "a[0]");
    Arguments.length(z[1], 4, "z[1]");
    Arguments.length(a[1], 4, "a[1]");
    Arguments.length(a[2], 4, "a[2]");
    Arguments.length(a[3], 4, "a[3]");
    Arguments.length(z[4], 1, "z[4]");
    Arguments.length(a[4], 1, "a[4]");
    System.arraycopy(input, 0, a[0], 0, 6);
    forwardLeft(a[0], z[1], a[1]);
    forwardTurned(a[1], a[2]);
    forwardFlat(a[2], a[3]);
    forwardOut(a[3], z[4], a[4]);
  }

  @Override
  public void warmUp() {
    WarmUp.network(new TurnNetImpl(0L));
  }

  @Override
  public float loss(float[] input, float[] target) {
    Arguments.length(input, 6, "input");
    Arguments.length(target, 1, "target");
    forwardLeft(input, zLeft, aLeft[0]);
    forwardTurned(aLeft[0], aTurned[0]);
    forwardFlat(aTurned[0], aFlat[0]);
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
      forwardLeft(inputs[s], zLeft, aLeft[0]);
      forwardTurned(aLeft[0], aTurned[0]);
      forwardFlat(aTurned[0], aFlat[0]);
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
      forwardLeft(inputs[s], zLeft, aLeft[0]);
      forwardTurned(aLeft[0], aTurned[0]);
      forwardFlat(aTurned[0], aFlat[0]);
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
    accumulateLeftBy1(wLeft, bLeft, input, dLeft[0], -learningRate);
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
      accumulateLeft(wLeft, bLeft, inputs, from, count, scale);
      accumulateOut(wOut, bOut, aFlat, 0, count, scale);
    } else {
      loss = meanGradient(inputs, targets, from, to);
      LayerArrays.descend(wLeft, bLeft, gwLeft, gbLeft, learningRate);
      LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
    }
    return (float) (loss / count);
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    Arguments.batch(inputs, from, to, 6, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    Arguments.length(gradient, 13, "gradient");
    double loss = meanGradient(inputs, targets, from, to);
    LAYOUT_LEFT.copyOut(gwLeft, gbLeft, gradient, 0);
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
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.length(gradient, 13, "gradient");
    LayerArrays.clear(gwLeft, gbLeft);
    LayerArrays.clear(gwOut, gbOut);
    double loss = addWeightedGradient(inputs, targets, weights, total, from, to);
    LAYOUT_LEFT.copyOut(gwLeft, gbLeft, gradient, 0);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 8);
    return (float) loss;
  }

  @Override
  public void update(float[] gradient, float learningRate) {
    Arguments.length(gradient, 13, "gradient");
    Arguments.learningRate(learningRate);
    LAYOUT_LEFT.copyIn(gradient, 0, gwLeft, gbLeft);
    LAYOUT_OUT.copyIn(gradient, 8, gwOut, gbOut);
    LayerArrays.descend(wLeft, bLeft, gwLeft, gbLeft, learningRate);
    LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
  }

  @Override
  public void resetOptimizer() {
    // W = W − α ∂E/∂W keeps nothing from step to step.
  }

  @Override
  public void getParameters(float[] destination) {
    Arguments.length(destination, 13, "destination");
    LAYOUT_LEFT.copyOut(wLeft, bLeft, destination, 0);
    LAYOUT_OUT.copyOut(wOut, bOut, destination, 8);
  }

  @Override
  public void setParameters(float[] source) {
    Arguments.length(source, 13, "source");
    LAYOUT_LEFT.copyIn(source, 0, wLeft, bLeft);
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
  public TurnNetImpl replica() {
    return new TurnNetImpl(this);
  }

  @Override
  public TurnNetImpl copy() {
    TurnNetImpl copy = new TurnNetImpl((TurnNetImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    if (!(other instanceof TurnNetImpl)) {
      throw Arguments.otherClass(other, this);
    }
    TurnNetImpl origin = (TurnNetImpl) other;
    LayerArrays.copy(origin.wLeft, origin.bLeft, wLeft, bLeft);
    LayerArrays.copy(origin.wOut, origin.bOut, wOut, bOut);
  }

  /** zLeft = wLeft x + bLeft for each step, aLeft = zLeft. */
  private void forwardLeft(float[] x, float[] z, float[] a) {
    for (int p = 0, q = 0; q < 4; p += 3, q += 2) {
      float[] r0 = wLeft[0];
      float[] r1 = wLeft[1];
      float s0 = bLeft[0];
      float s1 = bLeft[1];
      for (int i = 0; i < 3; i++) {
        float v = x[p + i];
        s0 += r0[i] * v;
        s1 += r1[i] * v;
      }
      z[q] = s0;
      z[q + 1] = s1;
    }
    System.arraycopy(z, 0, a, 0, 4);
  }

  /** aTurned = aLeftᵀ. */
  private static void forwardTurned(float[] x, float[] a) {
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        a[j * 2 + i] = x[i * 2 + j];
      }
    }
  }

  /** aFlat = aTurned. */
  private static void forwardFlat(float[] x, float[] a) {
    System.arraycopy(x, 0, a, 0, 4);
  }

  /** zOut = wOut aFlat + bOut, aOut = zOut. */
  private void forwardOut(float[] x, float[] z, float[] a) {
    z[0] = bOut[0] + wOut[0][0] * x[0] + wOut[0][1] * x[1] + wOut[0][2] * x[2] + wOut[0][3] * x[3];
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

  /** dFlat = wOutᵀ dOut. */
  private void deltaFlat(float[] next, float[] a, float[] d) {
    d[0] = wOut[0][0] * next[0];
    d[1] = wOut[0][1] * next[0];
    d[2] = wOut[0][2] * next[0];
    d[3] = wOut[0][3] * next[0];
  }

  /** dTurned = dFlat. */
  private static void deltaTurned(float[] next, float[] a, float[] d) {
    System.arraycopy(next, 0, d, 0, 4);
  }

  /** dLeft = dTurnedᵀ. */
  private static void deltaLeft(float[] next, float[] a, float[] d) {
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        d[i * 2 + j] = next[j * 2 + i];
      }
    }
  }

  /** Forward and backward for one sample, kept in row s; returns its loss. */
  private float backpropagate(float[] x, float[] t, int s) {
    forwardLeft(x, zLeft, aLeft[s]);
    forwardTurned(aLeft[s], aTurned[s]);
    forwardFlat(aTurned[s], aFlat[s]);
    forwardOut(aFlat[s], zOut, aOut[s]);
    deltaOut(aOut[s], t, dOut[s]);
    deltaFlat(dOut[s], aFlat[s], dFlat[s]);
    deltaTurned(dFlat[s], aTurned[s], dTurned[s]);
    deltaLeft(dTurned[s], aLeft[s], dLeft[s]);
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
      LayerArrays.weigh(dLeft, weights, total, from, from + count);
      LayerArrays.weigh(dOut, weights, total, from, from + count);
      accumulateLeft(gwLeft, gbLeft, x, from, count, scale);
      accumulateOut(gwOut, gbOut, aFlat, 0, count, scale);
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

  /** w += scale Σ dLeft xᵀ, b += scale Σ dLeft, over the steps of one sample. */
  private static void accumulateLeftBy1(float[][] w, float[] b, float[] x, float[] d, float scale) {
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
    b[0] += c0;
  }
}
