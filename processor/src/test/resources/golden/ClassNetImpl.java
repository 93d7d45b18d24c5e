// Generated from demo.ClassNet. Do not edit.
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
import javax.annotation.processing.Generated;

/**
 * The network 5-4-3 of {@link ClassNet}.
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
@GeneratedFrom("demo.ClassNet")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class ClassNetImpl implements ClassNet {
  private static final Topology TOPOLOGY = Topology.builder()
      .layers(5, 4, 3)
      .activations("RELU", "SOFTMAX")
      .loss("CROSS_ENTROPY")
      .optimizer("SGD")
      .forwardFlops(64L)
      .trainFlops(152L)
      .parameterBytes(156L)
      .scratchBytes(5784L)
      .heapBytes(15296L)
      .largestMethodBytes(453)
      .loopShapes("written out", "written out")
      .kernels("plain")
      .build();

  /** Samples whose activations are kept at once; a larger mini-batch goes tile by tile. */
  private static final int TILE = 100;
  private static final WeightLayout LAYOUT2 = WeightLayout.rows(5, 4);
  private static final WeightLayout LAYOUT3 = WeightLayout.rows(4, 3);

  /** Layer 2, 5 → 4: weights, a row for each neuron. */
  private final float[][] w2;
  private final float[] b2;
  private final float[] z2 = new float[4];
  private final float[][] a2 = new float[TILE][4];
  private final float[][] d2 = new float[TILE][4];
  private final float[][] gw2 = new float[4][5];
  private final float[] gb2 = new float[4];

  /** Layer 3, 4 → 3: weights, a row for each neuron. */
  private final float[][] w3;
  private final float[] b3;
  private final float[] z3 = new float[3];
  private final float[][] a3 = new float[TILE][3];
  private final float[][] d3 = new float[TILE][3];
  private final float[][] gw3 = new float[3][4];
  private final float[] gb3 = new float[3];

  /**
   * New weights.
   *
   * @param seed the same one gives the same bits on every JVM
   */
  public ClassNetImpl(long seed) {
    this((ClassNetImpl) null);
    SeededRandom random = new SeededRandom(seed);
    // w2: √(2 / 5)
    LAYOUT2.normal(w2, 0.6324555320336759, random);
    // w3: ±√(6 / (4 + 3))
    LAYOUT3.uniform(w3, 0.9258200997725514, random);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public ClassNetImpl(Path weights) throws IOException {
    this((ClassNetImpl) null);
    load(weights);
  }

  /** Shares the parameters of {@code origin}, or has new ones, all 0. */
  private ClassNetImpl(ClassNetImpl origin) {
    if (origin == null) {
      w2 = new float[4][5];
      b2 = new float[4];
      w3 = new float[3][4];
      b3 = new float[3];
    } else {
      w2 = origin.w2;
      b2 = origin.b2;
      w3 = origin.w3;
      b3 = origin.b3;
    }
  }

  @Override
  public int inputSize() {
    return 5;
  }

  @Override
  public int outputSize() {
    return 3;
  }

  @Override
  public int parameterCount() {
    return 39;
  }

  @Override
  public Topology topology() {
    return TOPOLOGY;
  }

  @Override
  public String toString() {
    return "ClassNet ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(float[] input, float[] output) {
    Arguments.length(input, 5, "input");
    Arguments.length(output, 3, "output");
    forward2(input, z2, a2[0]);
    forward3(a2[0], z3, output);
  }

  @Override
  public float[] forward(float[] input) {
    float[] output = new float[3];
    forward(input, output);
    return output;
  }

  @Override
  public void forward(float[][] inputs, float[][] outputs, int from, int to) {
    Arguments.batch(inputs, from, to, 5, "inputs");
    Arguments.batch(outputs, from, to, 3, "outputs");
    for (int s = from; s < to; s++) {
      forward2(inputs[s], z2, a2[0]);
      forward3(a2[0], z3, outputs[s]);
    }
  }

  @Override
  public int classify(float[] input) {
    Arguments.length(input, 5, "input");
    forward2(input, z2, a2[0]);
    forward3(a2[0], z3, a3[0]);
    float[] a = a3[0];
    int largest = 0;
    for (int j = 1; j < 3; j++) {
      if (a[j] > a[largest] || Float.isNaN(a[j]) && !Float.isNaN(a[largest])) {
        largest = j;
      }
    }
    return largest;
  }

  @Override
  public void trace(float[] input, float[][] z, float[][] a) {
    Arguments.length(input, 5, "input");
    Arguments.rowCount(z, 3, "z");
    Arguments.rowCount(a, 3, "a");
    Arguments.length(a[0], 5, "a[0]");
    Arguments.length(z[1], 4, "z[1]");
    Arguments.length(a[1], 4, "a[1]");
    Arguments.length(z[2], 3, "z[2]");
    Arguments.length(a[2], 3, "a[2]");
    System.arraycopy(input, 0, a[0], 0, 5);
    forward2(a[0], z[1], a[1]);
    forward3(a[1], z[2], a[2]);
  }

  @Override
  public void warmUp() {
    WarmUp.network(new ClassNetImpl(0L));
  }

  @Override
  public float loss(float[] input, float[] target) {
    Arguments.length(input, 5, "input");
    Arguments.length(target, 3, "target");
    forward2(input, z2, a2[0]);
    forward3(a2[0], z3, a3[0]);
    return loss3(z3, target);
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, int from, int to) {
    Arguments.batch(inputs, from, to, 5, "inputs");
    Arguments.batch(targets, from, to, 3, "targets");
    Arguments.notEmpty(from, to);
    double sum = 0;
    for (int s = from; s < to; s++) {
      forward2(inputs[s], z2, a2[0]);
      forward3(a2[0], z3, a3[0]);
      sum += loss3(z3, targets[s]);
    }
    return (float) (sum / (to - from));
  }

  @Override
  public float loss(float[][] inputs, float[][] targets, float[] weights, int from, int to) {
    double total = Arguments.weights(weights, from, to);
    if (Arguments.areEqual(weights, from, to)) {
      return loss(inputs, targets, from, to);
    }
    Arguments.batch(inputs, from, to, 5, "inputs");
    Arguments.batch(targets, from, to, 3, "targets");
    double sum = 0;
    for (int s = from; s < to; s++) {
      forward2(inputs[s], z2, a2[0]);
      forward3(a2[0], z3, a3[0]);
      sum += weights[s] / total * loss3(z3, targets[s]);
    }
    return (float) sum;
  }

  @Override
  public float train(float[] input, float[] target, float learningRate) {
    Arguments.length(input, 5, "input");
    Arguments.length(target, 3, "target");
    Arguments.learningRate(learningRate);
    float loss = backpropagate(input, target, 0);
    accumulate2By1(w2, b2, input, d2[0], -learningRate);
    accumulate3By1(w3, b3, a2[0], d3[0], -learningRate);
    return loss;
  }

  @Override
  public float train(float[][] inputs, float[][] targets, int from, int to, float learningRate) {
    Arguments.batch(inputs, from, to, 5, "inputs");
    Arguments.batch(targets, from, to, 3, "targets");
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
    return (float) (loss / count);
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] gradient) {
    Arguments.batch(inputs, from, to, 5, "inputs");
    Arguments.batch(targets, from, to, 3, "targets");
    Arguments.notEmpty(from, to);
    Arguments.length(gradient, 39, "gradient");
    double loss = meanGradient(inputs, targets, from, to);
    LAYOUT2.copyOut(gw2, gb2, gradient, 0);
    LAYOUT3.copyOut(gw3, gb3, gradient, 24);
    return (float) (loss / (to - from));
  }

  @Override
  public float gradient(float[][] inputs, float[][] targets, float[] weights, int from, int to,
      float[] gradient) {
    double total = Arguments.weights(weights, from, to);
    if (Arguments.areEqual(weights, from, to)) {
      return gradient(inputs, targets, from, to, gradient);
    }
    Arguments.batch(inputs, from, to, 5, "inputs");
    Arguments.batch(targets, from, to, 3, "targets");
    Arguments.length(gradient, 39, "gradient");
    LayerArrays.clear(gw2, gb2);
    LayerArrays.clear(gw3, gb3);
    double loss = addWeightedGradient(inputs, targets, weights, total, from, to);
    LAYOUT2.copyOut(gw2, gb2, gradient, 0);
    LAYOUT3.copyOut(gw3, gb3, gradient, 24);
    return (float) loss;
  }

  @Override
  public void update(float[] gradient, float learningRate) {
    Arguments.length(gradient, 39, "gradient");
    Arguments.learningRate(learningRate);
    LAYOUT2.copyIn(gradient, 0, gw2, gb2);
    LAYOUT3.copyIn(gradient, 24, gw3, gb3);
    LayerArrays.descend(w2, b2, gw2, gb2, learningRate);
    LayerArrays.descend(w3, b3, gw3, gb3, learningRate);
  }

  @Override
  public void resetOptimizer() {
    // W = W − α ∂E/∂W keeps nothing from step to step.
  }

  @Override
  public void getParameters(float[] destination) {
    Arguments.length(destination, 39, "destination");
    LAYOUT2.copyOut(w2, b2, destination, 0);
    LAYOUT3.copyOut(w3, b3, destination, 24);
  }

  @Override
  public void setParameters(float[] source) {
    Arguments.length(source, 39, "source");
    LAYOUT2.copyIn(source, 0, w2, b2);
    LAYOUT3.copyIn(source, 24, w3, b3);
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
  public ClassNetImpl replica() {
    return new ClassNetImpl(this);
  }

  @Override
  public ClassNetImpl copy() {
    ClassNetImpl copy = new ClassNetImpl((ClassNetImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    if (!(other instanceof ClassNetImpl)) {
      throw Arguments.otherClass(other, this);
    }
    ClassNetImpl origin = (ClassNetImpl) other;
    LayerArrays.copy(origin.w2, origin.b2, w2, b2);
    LayerArrays.copy(origin.w3, origin.b3, w3, b3);
  }

  /** z2 = w2 x + b2, a2 = relu(z2). */
  private void forward2(float[] x, float[] z, float[] a) {
    z[0] = b2[0] + w2[0][0] * x[0] + w2[0][1] * x[1] + w2[0][2] * x[2] + w2[0][3] * x[3]
        + w2[0][4] * x[4];
    z[1] = b2[1] + w2[1][0] * x[0] + w2[1][1] * x[1] + w2[1][2] * x[2] + w2[1][3] * x[3]
        + w2[1][4] * x[4];
    z[2] = b2[2] + w2[2][0] * x[0] + w2[2][1] * x[1] + w2[2][2] * x[2] + w2[2][3] * x[3]
        + w2[2][4] * x[4];
    z[3] = b2[3] + w2[3][0] * x[0] + w2[3][1] * x[1] + w2[3][2] * x[2] + w2[3][3] * x[3]
        + w2[3][4] * x[4];
    a[0] = Math.max(z[0], 0f);
    a[1] = Math.max(z[1], 0f);
    a[2] = Math.max(z[2], 0f);
    a[3] = Math.max(z[3], 0f);
  }

  /** z3 = w3 a2 + b3, a3 = softmax(z3). */
  private void forward3(float[] x, float[] z, float[] a) {
    z[0] = b3[0] + w3[0][0] * x[0] + w3[0][1] * x[1] + w3[0][2] * x[2] + w3[0][3] * x[3];
    z[1] = b3[1] + w3[1][0] * x[0] + w3[1][1] * x[1] + w3[1][2] * x[2] + w3[1][3] * x[3];
    z[2] = b3[2] + w3[2][0] * x[0] + w3[2][1] * x[1] + w3[2][2] * x[2] + w3[2][3] * x[3];
    float max = z[0];
    for (int j = 1; j < 3; j++) {
      max = Math.max(max, z[j]);
    }
    float sum = 0;
    for (int j = 0; j < 3; j++) {
      a[j] = z[j] == max ? 1 : FloatMath.exp(z[j] - max);
      sum += a[j];
    }
    for (int j = 0; j < 3; j++) {
      a[j] /= sum;
    }
  }

  /** E = Σ t (log s − z3), each z less the largest, s = Σ exp(z3). */
  private static float loss3(float[] z, float[] t) {
    float max = z[0];
    for (int j = 1; j < 3; j++) {
      max = Math.max(max, z[j]);
    }
    float sum = 0;
    for (int j = 0; j < 3; j++) {
      sum += FloatMath.exp(z[j] - max);
    }
    float logSum = FloatMath.log(sum);
    float loss = 0;
    for (int j = 0; j < 3; j++) {
      loss += t[j] * (logSum - (z[j] - max));
    }
    return loss;
  }

  /** d3 = a3 Σ t − t. */
  private static void delta3(float[] a, float[] t, float[] d) {
    float sum = 0;
    for (int j = 0; j < 3; j++) {
      sum += t[j];
    }
    for (int j = 0; j < 3; j++) {
      d[j] = a[j] * sum - t[j];
    }
  }

  /** {@code d2 = (w3ᵀ d3) ⊙ [a2 > 0]}. */
  private void delta2(float[] next, float[] a, float[] d) {
    d[0] = (w3[0][0] * next[0] + w3[1][0] * next[1] + w3[2][0] * next[2]) * (a[0] > 0f ? 1f : 0f);
    d[1] = (w3[0][1] * next[0] + w3[1][1] * next[1] + w3[2][1] * next[2]) * (a[1] > 0f ? 1f : 0f);
    d[2] = (w3[0][2] * next[0] + w3[1][2] * next[1] + w3[2][2] * next[2]) * (a[2] > 0f ? 1f : 0f);
    d[3] = (w3[0][3] * next[0] + w3[1][3] * next[1] + w3[2][3] * next[2]) * (a[3] > 0f ? 1f : 0f);
  }

  /** Forward and backward for one sample, kept in row s; returns its loss. */
  private float backpropagate(float[] x, float[] t, int s) {
    forward2(x, z2, a2[s]);
    forward3(a2[s], z3, a3[s]);
    delta3(a3[s], t, d3[s]);
    delta2(d3[s], a2[s], d2[s]);
    return loss3(z3, t);
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
  private void accumulate2(float[][] w, float[] b, float[][] x, int from, int count, float scale) {
    for (int s = 0; s < count; s++) {
      accumulate2By1(w, b, x[from + s], d2[s], scale);
    }
  }

  /** w += scale Σ d2 xᵀ, b += scale Σ d2, of one sample. */
  private static void accumulate2By1(float[][] w, float[] b, float[] x, float[] d, float scale) {
    float c0 = scale * d[0];
    w[0][0] += c0 * x[0];
    w[0][1] += c0 * x[1];
    w[0][2] += c0 * x[2];
    w[0][3] += c0 * x[3];
    w[0][4] += c0 * x[4];
    b[0] += c0;
    float c1 = scale * d[1];
    w[1][0] += c1 * x[0];
    w[1][1] += c1 * x[1];
    w[1][2] += c1 * x[2];
    w[1][3] += c1 * x[3];
    w[1][4] += c1 * x[4];
    b[1] += c1;
    float c2 = scale * d[2];
    w[2][0] += c2 * x[0];
    w[2][1] += c2 * x[1];
    w[2][2] += c2 * x[2];
    w[2][3] += c2 * x[3];
    w[2][4] += c2 * x[4];
    b[2] += c2;
    float c3 = scale * d[3];
    w[3][0] += c3 * x[0];
    w[3][1] += c3 * x[1];
    w[3][2] += c3 * x[2];
    w[3][3] += c3 * x[3];
    w[3][4] += c3 * x[4];
    b[3] += c3;
  }

  /** w += scale Σ d3 a2ᵀ, b += scale Σ d3, over count samples. */
  private void accumulate3(float[][] w, float[] b, float[][] x, int from, int count, float scale) {
    for (int s = 0; s < count; s++) {
      accumulate3By1(w, b, x[from + s], d3[s], scale);
    }
  }

  /** w += scale Σ d3 a2ᵀ, b += scale Σ d3, of one sample. */
  private static void accumulate3By1(float[][] w, float[] b, float[] x, float[] d, float scale) {
    float c0 = scale * d[0];
    w[0][0] += c0 * x[0];
    w[0][1] += c0 * x[1];
    w[0][2] += c0 * x[2];
    w[0][3] += c0 * x[3];
    b[0] += c0;
    float c1 = scale * d[1];
    w[1][0] += c1 * x[0];
    w[1][1] += c1 * x[1];
    w[1][2] += c1 * x[2];
    w[1][3] += c1 * x[3];
    b[1] += c1;
    float c2 = scale * d[2];
    w[2][0] += c2 * x[0];
    w[2][1] += c2 * x[1];
    w[2][2] += c2 * x[2];
    w[2][3] += c2 * x[3];
    b[2] += c2;
  }
}
