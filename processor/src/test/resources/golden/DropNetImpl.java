// Generated from demo.DropNet. Do not edit.
package demo;

import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.Topology;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.layout.LayerArrays;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.internal.math.DropoutMask;
import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.internal.parallel.FloatParallelStep;
import io.github.gradsmith.internal.parallel.FloatStepSource;
import io.github.gradsmith.internal.warm.WarmUp;
import io.github.gradsmith.internal.weights.Checkpoint;
import io.github.gradsmith.internal.weights.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import javax.annotation.processing.Generated;

/**
 * The network 3-4-4-1 of {@link DropNet}.
 *
 * <p>The input is layer 1. In every layer w holds a row of weights for each neuron and b the
 * biases, z = w a + b the weighted sums, a the activations, d = ∂E/∂z the deltas, gw and gb the
 * gradients ∂E/∂w and ∂E/∂b.
 *
 * <p>One object belongs to one thread at a time. A {@link #replica()} shares the parameters and
 * what it keeps and has its own working memory: replicas may run forward, classify, trace, loss and
 * gradient at the same time. train, update, setParameters, copyFrom and load change all replicas
 * and need that none of the others runs, with a happens-before edge on either side.
 */
@GeneratedFrom("demo.DropNet")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class DropNetImpl implements DropNet, FloatStepSource {
  private static final Topology TOPOLOGY = Topology.builder()
      .input("IN", 3)
      .layer("HIDDEN", "DENSE", "IDENTITY", new int[] {4}, "IN")
      .parameter("weight", 4, 3)
      .parameter("bias", 4)
      .layer("DROPPED", "DROPOUT", "IDENTITY", new int[] {4}, "HIDDEN")
      .attribute("value", 0.25)
      .layer("OUT", "DENSE", "IDENTITY", new int[] {1}, "DROPPED")
      .parameter("weight", 1, 4)
      .parameter("bias", 1)
      .loss("HALF_SQUARED_ERROR")
      .optimizer("SGD")
      .forwardFlops(36L)
      .trainFlops(80L)
      .parameterBytes(84L)
      .scratchBytes(7304L)
      .optimizerBytes(8L)
      .heapBytes(20720L)
      .largestMethodBytes(293)
      .loopShapes("written out", "number by number", "written out")
      .kernels("plain")
      .build();

  /** Samples whose activations are kept at once; a larger mini-batch goes tile by tile. */
  private static final int TILE = 100;
  private static final WeightLayout LAYOUT_HIDDEN = WeightLayout.rows(3, 4);
  private static final WeightLayout LAYOUT_OUT = WeightLayout.rows(4, 1);

  /** HIDDEN, 3 → 4: weights, a row for each neuron. */
  private final float[][] wHidden;
  private final float[] bHidden;
  private final float[] zHidden = new float[4];
  private final float[][] aHidden = new float[TILE][4];
  private final float[][] dHidden = new float[TILE][4];
  private final float[][] gwHidden = new float[4][3];
  private final float[] gbHidden = new float[4];
  private final float[][] aDropped = new float[TILE][4];
  private final float[][] dDropped = new float[TILE][4];

  /** OUT, 4 → 1: weights, a row for each neuron. */
  private final float[][] wOut;
  private final float[] bOut;
  private final float[] zOut = new float[1];
  private final float[][] aOut = new float[TILE][1];
  private final float[][] dOut = new float[TILE][1];
  private final float[][] gwOut = new float[1][4];
  private final float[] gbOut = new float[1];

  /** What is kept from step to step. */
  private final State state;

  /**
   * New weights.
   *
   * @param seed the same one gives the same bits on every JVM
   */
  public DropNetImpl(long seed) {
    this((DropNetImpl) null);
    SeededRandom random = new SeededRandom(seed);
    // wHidden: ±√(6 / (3 + 4))
    LAYOUT_HIDDEN.uniform(wHidden, 0.9258200997725514, random);
    // wOut: ±√(6 / (4 + 1))
    LAYOUT_OUT.uniform(wOut, 1.0954451150103321, random);
    Arrays.fill(state.seeds, seed);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public DropNetImpl(Path weights) throws IOException {
    this((DropNetImpl) null);
    load(weights);
  }

  /** Shares parameters and state of {@code origin}, or has new ones, all 0. */
  private DropNetImpl(DropNetImpl origin) {
    if (origin == null) {
      wHidden = new float[4][3];
      bHidden = new float[4];
      wOut = new float[1][4];
      bOut = new float[1];
      state = new State();
    } else {
      wHidden = origin.wHidden;
      bHidden = origin.bHidden;
      wOut = origin.wOut;
      bOut = origin.bOut;
      state = origin.state;
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
    return 21;
  }

  @Override
  public Topology topology() {
    return TOPOLOGY;
  }

  @Override
  public String toString() {
    return "DropNet ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(float[] input, float[] output) {
    Arguments.length(input, 3, "input");
    Arguments.length(output, 1, "output");
    forwardHidden(input, zHidden, aHidden[0]);
    forwardDropped(aHidden[0], aDropped[0]);
    forwardOut(aDropped[0], zOut, output);
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
      forwardDropped(aHidden[0], aDropped[0]);
      forwardOut(aDropped[0], zOut, outputs[s]);
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
    forwardDropped(a[1], a[2]);
    forwardOut(a[2], z[3], a[3]);
  }

  @Override
  public void warmUp() {
    WarmUp.network(new DropNetImpl(0L));
  }

  @Override
  public float loss(float[] input, float[] target) {
    Arguments.length(input, 3, "input");
    Arguments.length(target, 1, "target");
    forwardHidden(input, zHidden, aHidden[0]);
    forwardDropped(aHidden[0], aDropped[0]);
    forwardOut(aDropped[0], zOut, aOut[0]);
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
      forwardDropped(aHidden[0], aDropped[0]);
      forwardOut(aDropped[0], zOut, aOut[0]);
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
      forwardDropped(aHidden[0], aDropped[0]);
      forwardOut(aDropped[0], zOut, aOut[0]);
      sum += weights[s] / total * lossOut(aOut[0], targets[s]);
    }
    return (float) sum;
  }

  @Override
  public float train(float[] input, float[] target, float learningRate) {
    Arguments.length(input, 3, "input");
    Arguments.length(target, 1, "target");
    Arguments.learningRate(learningRate);
    float loss = backpropagate(input, target, 0, 0);
    accumulateHiddenBy1(wHidden, bHidden, input, dHidden[0], -learningRate);
    accumulateOutBy1(wOut, bOut, aDropped[0], dOut[0], -learningRate);
    state.steps[0]++;
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
      loss = backpropagateTile(inputs, targets, from, to, 0);
      float scale = -learningRate / count;
      accumulateHidden(wHidden, bHidden, inputs, from, count, scale);
      accumulateOut(wOut, bOut, aDropped, 0, count, scale);
      state.steps[0]++;
    } else {
      loss = meanGradient(inputs, targets, from, to, 0);
      LayerArrays.descend(wHidden, bHidden, gwHidden, gbHidden, learningRate);
      LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
      state.steps[0]++;
    }
    return (float) (loss / count);
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    Arguments.batch(inputs, from, to, 3, "inputs");
    Arguments.batch(targets, from, to, 1, "targets");
    Arguments.notEmpty(from, to);
    Arguments.length(gradient, 21, "gradient");
    double loss = meanGradient(inputs, targets, from, to, 0);
    LAYOUT_HIDDEN.copyOut(gwHidden, gbHidden, gradient, 0);
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
    Arguments.length(gradient, 21, "gradient");
    LayerArrays.clear(gwHidden, gbHidden);
    LayerArrays.clear(gwOut, gbOut);
    double loss = addWeightedGradient(inputs, targets, weights, total, from, to, 0);
    LAYOUT_HIDDEN.copyOut(gwHidden, gbHidden, gradient, 0);
    LAYOUT_OUT.copyOut(gwOut, gbOut, gradient, 16);
    return (float) loss;
  }

  @Override
  public void update(float[] gradient, float learningRate) {
    Arguments.length(gradient, 21, "gradient");
    Arguments.learningRate(learningRate);
    LAYOUT_HIDDEN.copyIn(gradient, 0, gwHidden, gbHidden);
    LAYOUT_OUT.copyIn(gradient, 16, gwOut, gbOut);
    LayerArrays.descend(wHidden, bHidden, gwHidden, gbHidden, learningRate);
    LayerArrays.descend(wOut, bOut, gwOut, gbOut, learningRate);
    state.steps[0]++;
  }

  @Override
  public void resetOptimizer() {
    state.steps[0] = 0;
  }

  @Override
  public void getParameters(float[] destination) {
    Arguments.length(destination, 21, "destination");
    LAYOUT_HIDDEN.copyOut(wHidden, bHidden, destination, 0);
    LAYOUT_OUT.copyOut(wOut, bOut, destination, 16);
  }

  @Override
  public void setParameters(float[] source) {
    Arguments.length(source, 21, "source");
    LAYOUT_HIDDEN.copyIn(source, 0, wHidden, bHidden);
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
  public DropNetImpl replica() {
    return new DropNetImpl(this);
  }

  @Override
  public DropNetImpl copy() {
    DropNetImpl copy = new DropNetImpl((DropNetImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    if (!(other instanceof DropNetImpl)) {
      throw Arguments.otherClass(other, this);
    }
    DropNetImpl origin = (DropNetImpl) other;
    LayerArrays.copy(origin.wHidden, origin.bHidden, wHidden, bHidden);
    LayerArrays.copy(origin.wOut, origin.bOut, wOut, bOut);
    state.steps[0] = origin.state.steps[0];
    System.arraycopy(origin.state.seeds, 0, state.seeds, 0, 2);
  }

  @Override
  public FloatParallelStep parallelStep() {
    return new ParallelStep();
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

  /** aDropped = aHidden. */
  private static void forwardDropped(float[] x, float[] a) {
    System.arraycopy(x, 0, a, 0, 4);
  }

  /** aDropped = aHidden / (1 − 0.25), each unit 0 with probability 0.25 while training. */
  private static void dropDropped(float[] x, long key, float[] a) {
    for (int j = 0; j < 4; j++) {
      a[j] = DropoutMask.apply(x[j] * 1.3333334f, key, j, 1610612736);
    }
  }

  /** zOut = wOut aDropped + bOut, aOut = zOut. */
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

  /** dDropped = wOutᵀ dOut. */
  private void deltaDropped(float[] next, float[] a, float[] d) {
    d[0] = wOut[0][0] * next[0];
    d[1] = wOut[0][1] * next[0];
    d[2] = wOut[0][2] * next[0];
    d[3] = wOut[0][3] * next[0];
  }

  /** dHidden = dDropped / (1 − 0.25), under the same mask. */
  private static void deltaHidden(float[] next, long key, float[] a, float[] d) {
    for (int j = 0; j < 4; j++) {
      d[j] = DropoutMask.apply(next[j] * 1.3333334f, key, j, 1610612736);
    }
  }

  /** What decides which units of a layer a row of the mini-batch drops. */
  private long maskKey(int row, int layer) {
    return DropoutMask.key(state.seeds[0], state.steps[0], row, layer);
  }

  /** Forward and backward for one sample, kept in row s; returns its loss. */
  private float backpropagate(float[] x, float[] t, int s, int row) {
    forwardHidden(x, zHidden, aHidden[s]);
    dropDropped(aHidden[s], maskKey(row, 3), aDropped[s]);
    forwardOut(aDropped[s], zOut, aOut[s]);
    deltaOut(aOut[s], t, dOut[s]);
    deltaDropped(dOut[s], aDropped[s], dDropped[s]);
    deltaHidden(dDropped[s], maskKey(row, 3), aHidden[s], dHidden[s]);
    return lossOut(aOut[s], t);
  }

  /** Forward and backward for up to TILE samples; returns the sum of their losses. */
  private double backpropagateTile(float[][] x, float[][] t, int from, int to, int row) {
    double loss = 0;
    for (int s = from; s < to; s++) {
      loss += backpropagate(x[s], t[s], s - from, row + s - from);
    }
    return loss;
  }

  /** The mean gradient of any number of samples, tile by tile; returns the sum of their losses. */
  private double meanGradient(float[][] x, float[][] t, int start, int to, int row) {
    LayerArrays.clear(gwHidden, gbHidden);
    LayerArrays.clear(gwOut, gbOut);
    return addMeanGradient(x, t, start, to, row);
  }

  /** Adds samples' mean gradient to gw and gb, tile by tile; returns the sum of their losses. */
  private double addMeanGradient(float[][] x, float[][] t, int start, int to, int row) {
    float scale = 1f / (to - start);
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      loss += backpropagateTile(x, t, from, from + count, row + from - start);
      accumulateHidden(gwHidden, gbHidden, x, from, count, scale);
      accumulateOut(gwOut, gbOut, aDropped, 0, count, scale);
    }
    return loss;
  }

  /** Adds gradients times weights / total to gw and gb; returns the losses likewise. */
  private double addWeightedGradient(float[][] x, float[][] t, float[] weights, double total,
      int start, int to, int row) {
    float scale = 1f;
    double loss = 0;
    for (int from = start; from < to; from += TILE) {
      int count = Math.min(TILE, to - from);
      for (int s = from; s < from + count; s++) {
        loss += weights[s] / total * backpropagate(x[s], t[s], s - from, row + s - start);
      }
      LayerArrays.weigh(dHidden, weights, total, from, from + count);
      LayerArrays.weigh(dOut, weights, total, from, from + count);
      accumulateHidden(gwHidden, gbHidden, x, from, count, scale);
      accumulateOut(gwOut, gbOut, aDropped, 0, count, scale);
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

  /** w += scale Σ dOut aDroppedᵀ, b += scale Σ dOut, over count samples. */
  private void accumulateOut(float[][] w, float[] b, float[][] x, int from, int count,
      float scale) {
    for (int s = 0; s < count; s++) {
      accumulateOutBy1(w, b, x[from + s], dOut[s], scale);
    }
  }

  /** w += scale Σ dOut aDroppedᵀ, b += scale Σ dOut, of one sample. */
  private static void accumulateOutBy1(float[][] w, float[] b, float[] x, float[] d, float scale) {
    float c0 = scale * d[0];
    w[0][0] += c0 * x[0];
    w[0][1] += c0 * x[1];
    w[0][2] += c0 * x[2];
    w[0][3] += c0 * x[3];
    b[0] += c0;
  }

  /** The arrays that training goes on from. */
  private Checkpoint checkpoint() {
    Checkpoint checkpoint = new Checkpoint(TOPOLOGY);
    checkpoint.addParameters(2, LAYOUT_HIDDEN, wHidden, bHidden);
    checkpoint.addParameters(4, LAYOUT_OUT, wOut, bOut);
    checkpoint.addDropout(state.seeds, state.steps);
    return checkpoint;
  }

  /** Steps so far; the seed of masks, then that of the constructor, shared by replicas. */
  @GeneratedFrom("demo.DropNet")
  private static final class State {
    private final double[] steps = new double[1];
    private final long[] seeds = new long[2];
  }

  /** What a trainer with several threads works on: rows of weights, then biases. */
  @GeneratedFrom("demo.DropNet")
  private final class ParallelStep implements FloatParallelStep {
    private final float[][] parameters = LayerArrays.rows(new float[][][] {wHidden, wOut}, bHidden,
        bOut);

    private final float[][] gradient = LayerArrays.rows(new float[][][] {gwHidden, gwOut}, gbHidden,
        gbOut);

    @Override
    public float[][] gradient() {
      return gradient;
    }

    @Override
    public void getGradient(float[] destination) {
      LAYOUT_HIDDEN.copyOut(gwHidden, gbHidden, destination, 0);
      LAYOUT_OUT.copyOut(gwOut, gbOut, destination, 16);
    }

    @Override
    public double addGradient(float[][] inputs, float[][] targets, int from, int to) {
      return addGradient(inputs, targets, from, to, 0);
    }

    @Override
    public double addGradient(float[][] inputs, float[][] targets, int from, int to, int row) {
      return addMeanGradient(inputs, targets, from, to, row);
    }

    @Override
    public double addGradient(float[][] inputs, float[][] targets, float[] weights, double total,
        int from, int to, int row) {
      return addWeightedGradient(inputs, targets, weights, total, from, to, row);
    }

    @Override
    public void begin() {
      state.steps[0]++;
    }

    @Override
    public void stepRows(int from, int to, float learningRate) {
      for (int j = from; j < to; j++) {
        LayerArrays.descend(parameters[j], gradient[j], learningRate);
      }
    }
  }
}
