// Generated from demo.Answer. Do not edit.
package demo;

import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.Topology;
import io.github.gradsmith.internal.check.Arguments;
import io.github.gradsmith.internal.layout.LayerArrays;
import io.github.gradsmith.internal.layout.WeightLayout;
import io.github.gradsmith.internal.warm.WarmUp;
import io.github.gradsmith.internal.weights.WeightFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.annotation.processing.Generated;

/**
 * The network 4-70-2 of {@link Answer}.
 *
 * <p>The input is layer 1. In every layer w holds a row of weights for each neuron, or for each
 * input if it says so, and b the biases, z = w a + b the weighted sums, a the activations.
 *
 * <p>One object belongs to one thread at a time. A {@link #replica()} shares the parameters and has
 * its own working memory: replicas may run forward, classify and trace at the same time.
 * setParameters, copyFrom and load change all replicas and need that none of the others runs, with
 * a happens-before edge on either side.
 */
@GeneratedFrom("demo.Answer")
@Generated("io.github.gradsmith.processor.NetworkProcessor")
public final class AnswerImpl implements Answer {
  private static final Topology TOPOLOGY = Topology.builder()
      .layers(4, 70, 2)
      .activations("RELU", "IDENTITY")
      .loss("HALF_SQUARED_ERROR")
      .optimizer("NONE")
      .forwardFlops(840L)
      .trainFlops(0L)
      .parameterBytes(1968L)
      .scratchBytes(576L)
      .heapBytes(2792L)
      .largestMethodBytes(175)
      .loopShapes("all neurons side by side, a row for each input", "blocks of 2 rows")
      .kernels("plain")
      .build();

  private static final WeightLayout LAYOUT2 = WeightLayout.inputMajor(4, 70);
  private static final WeightLayout LAYOUT3 = WeightLayout.rows(70, 2);

  /** Layer 2, 4 → 70: weights, a row for each input. */
  private final float[][] w2;
  private final float[] b2;
  private final float[] z2 = new float[70];
  private final float[] a2 = new float[70];

  /** Layer 3, 70 → 2: weights, a row for each neuron. */
  private final float[][] w3;
  private final float[] b3;
  private final float[] z3 = new float[2];
  private final float[] a3 = new float[2];

  /**
   * All weights start at 0.
   *
   * @param seed is not used
   */
  public AnswerImpl(long seed) {
    this((AnswerImpl) null);
  }

  /**
   * The weights of a safetensors file.
   *
   * @param weights the file
   * @throws IOException if it cannot be read, or is not of this network
   */
  public AnswerImpl(Path weights) throws IOException {
    this((AnswerImpl) null);
    load(weights);
  }

  /** Shares the parameters of {@code origin}, or has new ones, all 0. */
  private AnswerImpl(AnswerImpl origin) {
    if (origin == null) {
      w2 = new float[4][70];
      b2 = new float[70];
      w3 = new float[2][70];
      b3 = new float[2];
    } else {
      w2 = origin.w2;
      b2 = origin.b2;
      w3 = origin.w3;
      b3 = origin.b3;
    }
  }

  @Override
  public int inputSize() {
    return 4;
  }

  @Override
  public int outputSize() {
    return 2;
  }

  @Override
  public int parameterCount() {
    return 492;
  }

  @Override
  public Topology topology() {
    return TOPOLOGY;
  }

  @Override
  public String toString() {
    return "Answer ".concat(TOPOLOGY.toString());
  }

  @Override
  public void forward(float[] input, float[] output) {
    Arguments.length(input, 4, "input");
    Arguments.length(output, 2, "output");
    forward2(input, z2, a2);
    forward3(a2, z3, output);
  }

  @Override
  public float[] forward(float[] input) {
    float[] output = new float[2];
    forward(input, output);
    return output;
  }

  @Override
  public void forward(float[][] inputs, float[][] outputs, int from, int to) {
    Arguments.batch(inputs, from, to, 4, "inputs");
    Arguments.batch(outputs, from, to, 2, "outputs");
    for (int s = from; s < to; s++) {
      forward2(inputs[s], z2, a2);
      forward3(a2, z3, outputs[s]);
    }
  }

  @Override
  public int classify(float[] input) {
    Arguments.length(input, 4, "input");
    forward2(input, z2, a2);
    forward3(a2, z3, a3);
    float[] a = a3;
    int largest = 0;
    for (int j = 1; j < 2; j++) {
      if (a[j] > a[largest] || Float.isNaN(a[j]) && !Float.isNaN(a[largest])) {
        largest = j;
      }
    }
    return largest;
  }

  @Override
  public void trace(float[] input, float[][] z, float[][] a) {
    Arguments.length(input, 4, "input");
    Arguments.rowCount(z, 3, "z");
    Arguments.rowCount(a, 3, "a");
    Arguments.length(a[0], 4, "a[0]");
    Arguments.length(z[1], 70, "z[1]");
    Arguments.length(a[1], 70, "a[1]");
    Arguments.length(z[2], 2, "z[2]");
    Arguments.length(a[2], 2, "a[2]");
    System.arraycopy(input, 0, a[0], 0, 4);
    forward2(a[0], z[1], a[1]);
    forward3(a[1], z[2], a[2]);
  }

  @Override
  public void warmUp() {
    WarmUp.predictor(new AnswerImpl(0L));
  }

  @Override
  public void getParameters(float[] destination) {
    Arguments.length(destination, 492, "destination");
    LAYOUT2.copyOut(w2, b2, destination, 0);
    LAYOUT3.copyOut(w3, b3, destination, 350);
  }

  @Override
  public void setParameters(float[] source) {
    Arguments.length(source, 492, "source");
    LAYOUT2.copyIn(source, 0, w2, b2);
    LAYOUT3.copyIn(source, 350, w3, b3);
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
  public AnswerImpl replica() {
    return new AnswerImpl(this);
  }

  @Override
  public AnswerImpl copy() {
    AnswerImpl copy = new AnswerImpl((AnswerImpl) null);
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(FloatPredictor other) {
    if (!(other instanceof AnswerImpl)) {
      throw Arguments.otherClass(other, this);
    }
    AnswerImpl origin = (AnswerImpl) other;
    LayerArrays.copy(origin.w2, origin.b2, w2, b2);
    LayerArrays.copy(origin.w3, origin.b3, w3, b3);
  }

  /** z2 = w2 x + b2, a2 = relu(z2). */
  private void forward2(float[] x, float[] z, float[] a) {
    float[] r0 = w2[0];
    float[] r1 = w2[1];
    float[] r2 = w2[2];
    float[] r3 = w2[3];
    float x0 = x[0];
    float x1 = x[1];
    float x2 = x[2];
    float x3 = x[3];
    for (int j = 0; j < 70; j++) {
      z[j] = b2[j] + x0 * r0[j] + x1 * r1[j] + x2 * r2[j] + x3 * r3[j];
    }
    for (int j = 0; j < 70; j++) {
      a[j] = Math.max(z[j], 0f);
    }
  }

  /** z3 = w3 a2 + b3, a3 = z3. */
  private void forward3(float[] x, float[] z, float[] a) {
    float[] r0 = w3[0];
    float[] r1 = w3[1];
    float s0 = b3[0];
    float s1 = b3[1];
    for (int i = 0; i < 70; i++) {
      s0 += r0[i] * x[i];
      s1 += r1[i] * x[i];
    }
    z[0] = s0;
    z[1] = s1;
    System.arraycopy(z, 0, a, 0, 2);
  }
}
