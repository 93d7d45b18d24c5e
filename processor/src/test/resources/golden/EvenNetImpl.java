// Generated from demo.EvenNet. Do not edit.
package demo;

import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.Topology;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.layout.LayerArrays;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.internal.math.Moments;
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
 * The network 3-4-4-1 of {@link EvenNet}.
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
@GeneratedFrom("demo.EvenNet")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class EvenNetImpl implements EvenNet {
  private static final Topology TOPOLOGY = Topology.builder()
      .input("IN", 3)
      .layer("HIDDEN", "DENSE", "IDENTITY", new int[] {4}, "IN")
      .parameter("weight", 4, 3)
      .parameter("bias", 4)
      .layer("EVEN", "LAYER_NORM", "IDENTITY", new int[] {4}, "HIDDEN")
      .attribute("epsilon", 1.0E-5)
      .parameter("weight", 4)
      .parameter("bias", 4)
      .layer("OUT", "DENSE", "IDENTITY", new int[] {1}, "EVEN")
      .parameter("weight", 1, 4)
      .parameter("bias", 1)
      .loss("HALF_SQUARED_ERROR")
      .optimizer("SGD")
      .forwardFlops(64L)
      .trainFlops(168L)
      .parameterBytes(116L)
      .scratchBytes(9336L)
      .heapBytes(25288L)
      .largestMethodBytes(335)
      .loopShapes("written out", "row by row", "written out")
      .kernels("plain")
      .build();

  /** Samples whose activations are kept at once; a larger mini-batch goes tile by tile. */
  private static final int TILE = 100;
  private static final WeightLayout LAYOUT_HIDDEN = WeightLayout.rows(3, 4);
  private static final WeightLayout LAYOUT_EVEN = WeightLayout.rows(4, 1);
  private static final WeightLayout LAYOUT_OUT = WeightLayout.rows(4, 1);

  /** HIDDEN, 3 → 4: weights, a row for each neuron. */
  private final float[][] wHidden;
  private final float[] bHidden;
  private final float[] zHidden = new float[4];
  private final float[][] aHidden = new float[TILE][4];
  private final float[][] dHidden = new float[TILE][4];
  private final float[][] gwHidden = new float[4][3];
  private final float[] gbHidden = new float[4];

  /** EVEN, 4 → 4: weights, one for each number of a row. */
  private final float[][] wEven;
  private final float[] bEven;
  private final float[][] aEven = new float[TILE][4];

  /** Mean and deviation of each row that is made normal. */
  private final float[][] mEven = new float[TILE][5];
  private final float[][] dEven = new float[TILE][4];
  private final float[][] gwEven = new float[1][4];
  private final float[] gbEven = new float[4];

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
  public EvenNetImpl(long seed) {
    this((EvenNetImpl) null);
    SeededRandom random = new SeededRandom(seed);
    // wHidden: ±√(6 / (3 + 4))
    LAYOUT_HIDDEN.uniform(wHidden, 0.9258200997725514, random);
    for (float[] row : wEven) {
      Arrays.fill(row, 1);
    }
    // wOut: ±√(6 / (4 + 1))
    LAYOUT_OUT.uniform(wOut, 1.0954451150103321, random);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public EvenNetImpl(Path weights) throws IOException {
    this((EvenNetImpl) null);
    load(weights);
  }

  /** Shares the parameters of {@code origin}, or has new ones, all 0. */
  private EvenNetImpl(EvenNetImpl origin) {
    if (origin == null) {
      wHidden = new float[4][3];
      bHidden = new float[4];
      wEven = new float[1][4];
      bEven = new float[4];
      wOut = new float[1][4];
      bOut = new float[1];
    } else {
      wHidden = origin.wHidden;
      bHidden = origin.bHidden;
      wEven = origin.wEven;
      bEven = origin.bEven;
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
    return 29;
  }

  @Override
  public Topology topology() {
    return TOPOLOGY;
  }

  @Override
  public String toString() {
    return "EvenNet ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(float[] input, float[] output) {
    Arguments.length(input, 3, "input");
    Arguments.length(output, 1, "output");
    forwardHidden(input, zHidden, aHidden[0]);
    forwardEven(aHidden[0], mEven[0], aEven[0]);
    forwardOut(aEven[0], zOut, output);
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
      forwardHidden(inputs[s], zHidden, aHidden[0]);
      forwardEven(aHidden[0], mEven[0], aEven[0]);
      forwardOut(aEven[0], zOut, outputs[s]);
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
    Arguments.length(a[2], 4, "a[2]");
    Arguments.length(z[3], 1, "z[3]");
    Arguments.length(a[3], 1, "a[3]");
    System.arraycopy(input, 0, a[0], 0, 3);
    forwardHidden(a[0], z[1], a[1]);
    forwardEven(a[1], mEven[0], a[2]);
    forwardOut(a[2], z[3], a[3]);
  }

  @Override
  public void warmUp() {
    WarmUp.network(new EvenNetImpl(0L));
  }

  @Override
  public float loss(float[] input, float[] target) {
    Arguments.length(input, 3, "input");
    Arguments.length(target, 1, "target");
    forwardHidden(input, zHidden, aHidden[0]);
    forwardEven(aHidden[0], mEven[0], aEven[0]);
    forwardOut(aEven[0], zOut, aOut[0]);
    return lossOut(aOut[0], target);
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, int from, int to) {
    Arguments.batch(inputs, from, to, 3, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    double sum = 0;
    for (int s = from; s < to; s++) {
      forwardHidden(inputs[s], zHidden, aHidden[0]);
      forwardEven(aHidden[0], mEven[0], aEven[0]);
      forwardOut(aEven[0], zOut, aOut[0]);
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
      forwardHidden(inputs[s], zHidden, aHidden[0]);
      forwardEven(aHidden[0], mEven[0], aEven[0]);
      forwardOut(aEven[0], zOut, aOut[0]);
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
    accumulateHiddenBy1(wHidden, bHidden, input, dHidden[0], -learningRate);
    accumulateEvenBy1(wEven, bEven, aHidden[0], dEven[0], -learningRate);
    accumulateOutBy1(wOut, bOut, aEven[0], dOut[0], -learningRate);
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
      accumulateHidden(wHidden, bHidden, inputs, from, count, scale);
      accumulateEven(wEven, bEven, aHidden, 0, count, scale);
      accumulateOut(wOut, bOut, aEven, 0, count, scale);
    } else {
      loss = meanGradient(inputs, targets, from, to);
      LayerArrays.descend(wHidden, bHidden, gwHidden, gbHidden, learningRate);
      LayerArrays.descend(wEven, bEven, gwEven, gbEven, learningRate);
      LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
    }
    return (float) (loss / count);
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    Arguments.batch(inputs, from, to, 3, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    Arguments.length(gradient, 29, "gradient");
    double loss = meanGradient(inputs, targets, from, to);
    LAYOUT_HIDDEN.copyOut(gwHidden, gbHidden, gradient, 0);
    LAYOUT_EVEN.copyOut(gwEven, gbEven, gradient, 16);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 24);
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
    Arguments.length(gradient, 29, "gradient");
    LayerArrays.clear(gwHidden, gbHidden);
    LayerArrays.clear(gwEven, gbEven);
    LayerArrays.clear(gwOut, gbOut);
    double loss = addWeightedGradient(inputs, targets, weights, total, from, to);
    LAYOUT_HIDDEN.copyOut(gwHidden, gbHidden, gradient, 0);
    LAYOUT_EVEN.copyOut(gwEven, gbEven, gradient, 16);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 24);
    return (float) loss;
  }

  @Override
  public void update(float[] gradient, float learningRate) {
    Arguments.length(gradient, 29, "gradient");
    Arguments.learningRate(learningRate);
    LAYOUT_HIDDEN.copyIn(gradient, 0, gwHidden, gbHidden);
    LAYOUT_EVEN.copyIn(gradient, 16, gwEven, gbEven);
    LAYOUT_OUT.copyIn(gradient, 24, gwOut, gbOut);
    LayerArrays.descend(wHidden, bHidden, gwHidden, gbHidden, learningRate);
    LayerArrays.descend(wEven, bEven, gwEven, gbEven, learningRate);
    LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
  }

  @Override
  public void resetOptimizer() {
    // W = W − α ∂E/∂W keeps nothing from step to step.
  }

  @Override
  public void getParameters(float[] destination) {
    Arguments.length(destination, 29, "destination");
    LAYOUT_HIDDEN.copyOut(wHidden, bHidden, destination, 0);
    LAYOUT_EVEN.copyOut(wEven, bEven, destination, 16);
    LAYOUT_OUT.copyOut(wOut, bOut, destination, 24);
  }

  @Override
  public void setParameters(float[] source) {
    Arguments.length(source, 29, "source");
    LAYOUT_HIDDEN.copyIn(source, 0, wHidden, bHidden);
    LAYOUT_EVEN.copyIn(source, 16, wEven, bEven);
    LAYOUT_OUT.copyIn(source, 24, wOut, bOut);
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
  public EvenNetImpl replica() {
    return new EvenNetImpl(this);
  }

  @Override
  public EvenNetImpl copy() {
    EvenNetImpl copy = new EvenNetImpl((EvenNetImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    if (!(other instanceof EvenNetImpl)) {
      throw Arguments.otherClass(other, this);
    }
    EvenNetImpl origin = (EvenNetImpl) other;
    LayerArrays.copy(origin.wHidden, origin.bHidden, wHidden, bHidden);
    LayerArrays.copy(origin.wEven, origin.bEven, wEven, bEven);
    LayerArrays.copy(origin.wOut, origin.bOut, wOut, bOut);
  }

  /** zHidden = wHidden x + bHidden, aHidden = zHidden. */
  private void forwardHidden(float[] x, float[] z, float[] a) {
    z[0] = bHidden[0] + wHidden[0][0] * x[0] + wHidden[0][1] * x[1] + wHidden[0][2] * x[2];
    z[1] = bHidden[1] + wHidden[1][0] * x[0] + wHidden[1][1] * x[1] + wHidden[1][2] * x[2];
    z[2] = bHidden[2] + wHidden[2][0] * x[0] + wHidden[2][1] * x[1] + wHidden[2][2] * x[2];
    z[3] = bHidden[3] + wHidden[3][0] * x[0] + wHidden[3][1] * x[1] + wHidden[3][2] * x[2];
    a[0] = z[0];
    a[1] = z[1];
    a[2] = z[2];
    a[3] = z[3];
  }

  /** aEven = (aHidden − mean) / √(variance + 1e-5) ⊙ wEven + bEven. */
  private void forwardEven(float[] x, float[] m, float[] a) {
    float[] w = wEven[0];
    float[] b = bEven;
    Moments.of(x, 0, 4, 0.00001f, m, 0);
    float mean = m[Moments.MEAN];
    float rest = m[Moments.REST];
    float inverse = m[Moments.INVERSE];
    for (int j = 0; j < 4; j++) {
      a[j] = ((x[j] - mean - rest) * inverse) * w[j] + b[j];
    }
  }

  /** zOut = wOut aEven + bOut, aOut = zOut. */
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

  /** dEven = wOutᵀ dOut. */
  private void deltaEven(float[] next, float[] a, float[] d) {
    d[0] = wOut[0][0] * next[0];
    d[1] = wOut[0][1] * next[0];
    d[2] = wOut[0][2] * next[0];
    d[3] = wOut[0][3] * next[0];
  }

  /**
   * dHidden = (e − mean(e) − n mean(e ⊙ n)) / √(variance + 1e-5),
   * where e = wEven ⊙ dEven and n is aHidden made normal.
   */
  private void deltaHidden(float[] next, float[] m, float[] a, float[] d) {
    float[] w = wEven[0];
    Moments.ofErrors(next, w, a, 0, m, 0);
    float mean = m[Moments.MEAN];
    float rest = m[Moments.REST];
    float inverse = m[Moments.INVERSE];
    float error = m[Moments.ERROR];
    float slope = m[Moments.SLOPE];
    for (int j = 0; j < 4; j++) {
      d[j] = (next[j] * w[j] - error - ((a[j] - mean - rest) * inverse) * slope) * inverse;
    }
  }

  /** Forward and backward for one sample, kept in row s; returns its loss. */
  private float backpropagate(float[] x, float[] t, int s) {
    forwardHidden(x, zHidden, aHidden[s]);
    forwardEven(aHidden[s], mEven[s], aEven[s]);
    forwardOut(aEven[s], zOut, aOut[s]);
    deltaOut(aOut[s], t, dOut[s]);
    deltaEven(dOut[s], aEven[s], dEven[s]);
    deltaHidden(dEven[s], mEven[s], aHidden[s], dHidden[s]);
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
    LayerArrays.clear(gwHidden, gbHidden);
    LayerArrays.clear(gwEven, gbEven);
    LayerArrays.clear(gwOut, gbOut);
    float scale = 1f / (to - start);
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      loss += backpropagateTile(x, t, from, from + count);
      accumulateHidden(gwHidden, gbHidden, x, from, count, scale);
      accumulateEven(gwEven, gbEven, aHidden, 0, count, scale);
      accumulateOut(gwOut, gbOut, aEven, 0, count, scale);
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
      LayerArrays.weigh(dHidden, weights, total, from, from + count);
      LayerArrays.weigh(dEven, weights, total, from, from + count);
      LayerArrays.weigh(dOut, weights, total, from, from + count);
      accumulateHidden(gwHidden, gbHidden, x, from, count, scale);
      accumulateEven(gwEven, gbEven, aHidden, 0, count, scale);
      accumulateOut(gwOut, gbOut, aEven, 0, count, scale);
    }
    return loss;
  }

  /** w += scale Σ dHidden xᵀ, b += scale Σ dHidden, over count samples. */
  private void accumulateHidden(float[][] w, float[] b, float[][] x, int from, int count,
      float scale) {
    for (int s = 0; s < count; s++) {
      accumulateHiddenBy1(w, b, x[from + s], dHidden[s], scale);
    }
  }

  /** w += scale Σ dHidden xᵀ, b += scale Σ dHidden, of one sample. */
  private static void accumulateHiddenBy1(float[][] w, float[] b, float[] x, float[] d,
      float scale) {
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

  /** w += scale Σ dEven ⊙ n, b += scale Σ dEven, over count samples; n is aHidden made normal. */
  private void accumulateEven(float[][] w, float[] b, float[][] x, int from, int count,
      float scale) {
    for (int s = 0; s < count; s++) {
      accumulateEvenRows(w[0], b, x[from + s], dEven[s], mEven[s], scale);
    }
  }

  /** w += scale Σ dEven ⊙ n, b += scale Σ dEven, of one sample, the first; n is aHidden made normal. */
  private void accumulateEvenBy1(float[][] w, float[] b, float[] x, float[] d, float scale) {
    accumulateEvenRows(w[0], b, x, d, mEven[0], scale);
  }

  /** The same for a sample whose moments are m. */
  private static void accumulateEvenRows(float[] w, float[] b, float[] x, float[] d, float[] m,
      float scale) {
    float mean = m[Moments.MEAN];
    float rest = m[Moments.REST];
    float inverse = m[Moments.INVERSE];
    for (int j = 0; j < 4; j++) {
      float c = scale * d[j];
      w[j] += c * ((x[j] - mean - rest) * inverse);
      b[j] += c;
    }
  }

  /** w += scale Σ dOut aEvenᵀ, b += scale Σ dOut, over count samples. */
  private void accumulateOut(float[][] w, float[] b, float[][] x, int from, int count,
      float scale) {
    for (int s = 0; s < count; s++) {
      accumulateOutBy1(w, b, x[from + s], dOut[s], scale);
    }
  }

  /** w += scale Σ dOut aEvenᵀ, b += scale Σ dOut, of one sample. */
  private static void accumulateOutBy1(float[][] w, float[] b, float[] x, float[] d, float scale) {
    float c0 = scale * d[0];
    w[0][0] += c0 * x[0];
    w[0][1] += c0 * x[1];
    w[0][2] += c0 * x[2];
    w[0][3] += c0 * x[3];
    b[0] += c0;
  }
}
