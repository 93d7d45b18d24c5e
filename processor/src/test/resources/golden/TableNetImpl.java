// Generated from demo.TableNet. Do not edit.
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
 * The network 2-6-6-1 of {@link TableNet}.
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
@GeneratedFrom("demo.TableNet")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class TableNetImpl implements TableNet {
  private static final Topology TOPOLOGY = Topology.builder()
      .input("IN", 2)
      .layer("ROWS", "EMBEDDING", "IDENTITY", new int[] {2, 3}, "IN")
      .parameter("weight", 5, 3)
      .layer("FLAT", "FLATTEN", "IDENTITY", new int[] {6}, "ROWS")
      .layer("OUT", "DENSE", "IDENTITY", new int[] {1}, "FLAT")
      .parameter("weight", 1, 6)
      .parameter("bias", 1)
      .loss("HALF_SQUARED_ERROR")
      .optimizer("SGD")
      .forwardFlops(12L)
      .trainFlops(36L)
      .parameterBytes(88L)
      .scratchBytes(10492L)
      .heapBytes(23928L)
      .largestMethodBytes(242)
      .loopShapes("rows copied", "number by number", "written out")
      .kernels("plain")
      .build();

  /** Samples whose activations are kept at once; a larger mini-batch goes tile by tile. */
  private static final int TILE = 100;
  private static final WeightLayout LAYOUT_ROWS = WeightLayout.rows(3, 5);
  private static final WeightLayout LAYOUT_OUT = WeightLayout.rows(6, 1);

  /** ROWS, 2 → 6: weights, a row for each category. */
  private final float[][] wRows;
  private final float[] bRows;
  private final float[][] aRows = new float[TILE][6];
  private final float[][] dRows = new float[TILE][6];
  private final float[][] gwRows = new float[5][3];
  private final float[] gbRows = new float[0];
  private final float[][] aFlat = new float[TILE][6];
  private final float[][] dFlat = new float[TILE][6];

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
  public TableNetImpl(long seed) {
    this((TableNetImpl) null);
    SeededRandom random = new SeededRandom(seed);
    // wRows: 1
    LAYOUT_ROWS.normal(wRows, 1.0, random);
    // wOut: ±√(6 / (6 + 1))
    LAYOUT_OUT.uniform(wOut, 0.9258200997725514, random);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public TableNetImpl(Path weights) throws IOException {
    this((TableNetImpl) null);
    load(weights);
  }

  /** Shares the parameters of {@code origin}, or has new ones, all 0. */
  private TableNetImpl(TableNetImpl origin) {
    if (origin == null) {
      wRows = new float[5][3];
      bRows = new float[0];
      wOut = new float[1][6];
      bOut = new float[1];
    } else {
      wRows = origin.wRows;
      bRows = origin.bRows;
      wOut = origin.wOut;
      bOut = origin.bOut;
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
    return 22;
  }

  @Override
  public Topology topology() {
    return TOPOLOGY;
  }

  @Override
  public String toString() {
    return "TableNet ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(float[] input, float[] output) {
    Arguments.length(input, 2, "input");
    Arguments.length(output, 1, "output");
    checkIndices(input, -1);
    forwardRows(input, aRows[0]);
    forwardFlat(aRows[0], aFlat[0]);
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
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(outputs, from, to, 1, "outputs");
    checkIndices(inputs, from, to);
    for (int s = from; s < to; s++) {
      forwardRows(inputs[s], aRows[0]);
      forwardFlat(aRows[0], aFlat[0]);
      forwardOut(aFlat[0], zOut, outputs[s]);
    }
  }

  @Override
  public int classify(float[] input) {
    throw new IllegalStateException("a single output has no classes: compare it with a threshold");
  }

  @Override
  public void trace(float[] input, float[][] z, float[][] a) {
    Arguments.length(input, 2, "input");
    Arguments.rowCount(z, 4, "z");
    Arguments.rowCount(a, 4, "a");
    Arguments.length(a[0], 2, "a[0]");
    Arguments.length(a[1], 6, "a[1]");
    Arguments.length(a[2], 6, "a[2]");
    Arguments.length(z[3], 1, "z[3]");
    Arguments.length(a[3], 1, "a[3]");
    checkIndices(input, -1);
    System.arraycopy(input, 0, a[0], 0, 2);
    forwardRows(a[0], a[1]);
    forwardFlat(a[1], a[2]);
    forwardOut(a[2], z[3], a[3]);
  }

  @Override
  public void warmUp() {
    WarmUp.network(new TableNetImpl(0L), 0, 2, 1, 2);
  }

  @Override
  public float loss(float[] input, float[] target) {
    Arguments.length(input, 2, "input");
    Arguments.length(target, 1, "target");
    checkIndices(input, -1);
    forwardRows(input, aRows[0]);
    forwardFlat(aRows[0], aFlat[0]);
    forwardOut(aFlat[0], zOut, aOut[0]);
    return lossOut(aOut[0], target);
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, int from, int to) {
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    checkIndices(inputs, from, to);
    Arguments.notEmpty(from, to);
    double sum = 0;
    for (int s = from; s < to; s++) {
      forwardRows(inputs[s], aRows[0]);
      forwardFlat(aRows[0], aFlat[0]);
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
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    checkIndices(inputs, from, to);
    double sum = 0;
    for (int s = from; s < to; s++) {
      forwardRows(inputs[s], aRows[0]);
      forwardFlat(aRows[0], aFlat[0]);
      forwardOut(aFlat[0], zOut, aOut[0]);
      sum += weights[s] / total * lossOut(aOut[0], targets[s]);
    }
    return (float) sum;
  }

  @Override
  public float train(float[] input, float[] target, float learningRate) {
    Arguments.length(input, 2, "input");
    Arguments.length(target, 1, "target");
    checkIndices(input, -1);
    Arguments.learningRate(learningRate);
    float loss = backpropagate(input, target, 0);
    accumulateRowsBy1(wRows, bRows, input, dRows[0], -learningRate);
    accumulateOutBy1(wOut, bOut, aFlat[0], dOut[0], -learningRate);
    return loss;
  }

  @Override
  public float train(float[][] inputs, float[][] targets, int from, int to, float learningRate) {
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    checkIndices(inputs, from, to);
    Arguments.notEmpty(from, to);
    Arguments.learningRate(learningRate);
    int count = to - from;
    double loss;
    if (count <= TILE) {
      loss = backpropagateTile(inputs, targets, from, to);
      float scale = -learningRate / count;
      accumulateRows(wRows, bRows, inputs, from, count, scale);
      accumulateOut(wOut, bOut, aFlat, 0, count, scale);
    } else {
      loss = meanGradient(inputs, targets, from, to);
      LayerArrays.descend(wRows, bRows, gwRows, gbRows, learningRate);
      LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
    }
    return (float) (loss / count);
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    checkIndices(inputs, from, to);
    Arguments.notEmpty(from, to);
    Arguments.length(gradient, 22, "gradient");
    double loss = meanGradient(inputs, targets, from, to);
    LAYOUT_ROWS.copyOut(gwRows, gbRows, gradient, 0);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 15);
    return (float) (loss / (to - from));
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, float[] weights, int from, int to,
      float[] gradient) {
    double total = Arguments.weights(weights, from, to);
    if (Arguments.areEqual(weights, from, to)) {
      return gradient(inputs, targets, from, to, gradient);
    }
    Arguments.batch(inputs, from, to, 2, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    checkIndices(inputs, from, to);
    Arguments.length(gradient, 22, "gradient");
    LayerArrays.clear(gwRows, gbRows);
    LayerArrays.clear(gwOut, gbOut);
    double loss = addWeightedGradient(inputs, targets, weights, total, from, to);
    LAYOUT_ROWS.copyOut(gwRows, gbRows, gradient, 0);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 15);
    return (float) loss;
  }

  @Override
  public void update(float[] gradient, float learningRate) {
    Arguments.length(gradient, 22, "gradient");
    Arguments.learningRate(learningRate);
    LAYOUT_ROWS.copyIn(gradient, 0, gwRows, gbRows);
    LAYOUT_OUT.copyIn(gradient, 15, gwOut, gbOut);
    LayerArrays.descend(wRows, bRows, gwRows, gbRows, learningRate);
    LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
  }

  @Override
  public void resetOptimizer() {
    // W = W − α ∂E/∂W keeps nothing from step to step.
  }

  @Override
  public void getParameters(float[] destination) {
    Arguments.length(destination, 22, "destination");
    LAYOUT_ROWS.copyOut(wRows, bRows, destination, 0);
    LAYOUT_OUT.copyOut(wOut, bOut, destination, 15);
  }

  @Override
  public void setParameters(float[] source) {
    Arguments.length(source, 22, "source");
    LAYOUT_ROWS.copyIn(source, 0, wRows, bRows);
    LAYOUT_OUT.copyIn(source, 15, wOut, bOut);
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
  public TableNetImpl replica() {
    return new TableNetImpl(this);
  }

  @Override
  public TableNetImpl copy() {
    TableNetImpl copy = new TableNetImpl((TableNetImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    if (!(other instanceof TableNetImpl)) {
      throw Arguments.otherClass(other, this);
    }
    TableNetImpl origin = (TableNetImpl) other;
    LayerArrays.copy(origin.wRows, origin.bRows, wRows, bRows);
    LayerArrays.copy(origin.wOut, origin.bOut, wOut, bOut);
  }

  /** aRows = the rows of wRows with the numbers x. */
  private void forwardRows(float[] x, float[] a) {
    for (int k = 0; k < 2; k++) {
      System.arraycopy(wRows[(int) x[k]], 0, a, k * 3, 3);
    }
  }

  /** aFlat = aRows. */
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

  /** dFlat = wOutᵀ dOut. */
  private void deltaFlat(float[] next, float[] a, float[] d) {
    d[0] = wOut[0][0] * next[0];
    d[1] = wOut[0][1] * next[0];
    d[2] = wOut[0][2] * next[0];
    d[3] = wOut[0][3] * next[0];
    d[4] = wOut[0][4] * next[0];
    d[5] = wOut[0][5] * next[0];
  }

  /** dRows = dFlat. */
  private static void deltaRows(float[] next, float[] a, float[] d) {
    System.arraycopy(next, 0, d, 0, 6);
  }

  /** Forward and backward for one sample, kept in row s; returns its loss. */
  private float backpropagate(float[] x, float[] t, int s) {
    forwardRows(x, aRows[s]);
    forwardFlat(aRows[s], aFlat[s]);
    forwardOut(aFlat[s], zOut, aOut[s]);
    deltaOut(aOut[s], t, dOut[s]);
    deltaFlat(dOut[s], aFlat[s], dFlat[s]);
    deltaRows(dFlat[s], aRows[s], dRows[s]);
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
    LayerArrays.clear(gwRows, gbRows);
    LayerArrays.clear(gwOut, gbOut);
    float scale = 1f / (to - start);
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      loss += backpropagateTile(x, t, from, from + count);
      accumulateRows(gwRows, gbRows, x, from, count, scale);
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
      LayerArrays.weigh(dRows, weights, total, from, from + count);
      LayerArrays.weigh(dOut, weights, total, from, from + count);
      accumulateRows(gwRows, gbRows, x, from, count, scale);
      accumulateOut(gwOut, gbOut, aFlat, 0, count, scale);
    }
    return loss;
  }

  /** The rows of w with the numbers x += scale Σ dRows, over count samples. */
  private void accumulateRows(float[][] w, float[] b, float[][] x, int from, int count,
      float scale) {
    for (int s = 0; s < count; s++) {
      accumulateRowsBy1(w, b, x[from + s], dRows[s], scale);
    }
  }

  /** The rows of w with the numbers x += scale Σ dRows, of one sample; there are no biases. */
  private static void accumulateRowsBy1(float[][] w, float[] b, float[] x, float[] d, float scale) {
    for (int k = 0; k < 2; k++) {
      float[] r = w[(int) x[k]];
      for (int j = 0; j < 3; j++) {
        r[j] += scale * d[k * 3 + j];
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
    w[0][4] += c0 * x[4];
    w[0][5] += c0 * x[5];
    b[0] += c0;
  }

  /** Refuses rows with a value that an embedding cannot look up. */
  private static void checkIndices(float[][] inputs, int from, int to) {
    for (int s = from; s < to; s++) {
      checkIndices(inputs[s], s);
    }
  }

  /** The same of one row; its number is −1 if it is no row of several. */
  private static void checkIndices(float[] input, int row) {
    Arguments.indices(input, row, "ROWS", 5, 0, 2, 1, 2);
  }
}
