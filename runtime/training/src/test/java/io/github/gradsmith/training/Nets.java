package io.github.gradsmith.training;

import static io.github.gradsmith.Activation.IDENTITY;
import static io.github.gradsmith.Activation.SIGMOID;
import static io.github.gradsmith.Activation.SOFTMAX;
import static io.github.gradsmith.Activation.TANH;
import static io.github.gradsmith.Loss.CROSS_ENTROPY;

import io.github.gradsmith.Adagrad;
import io.github.gradsmith.Adam;
import io.github.gradsmith.AdamW;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.Network;
import io.github.gradsmith.RmsProp;
import io.github.gradsmith.Sgd;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

/** Small networks of all optimizers, and rows for them. */
final class Nets {
  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  interface PlainNet extends FloatNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @Sgd(momentum = 0.9, nesterov = true, weightDecay = 0.001)
  interface SgdNet extends FloatNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @RmsProp
  interface RmsPropNet extends FloatNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @Adam
  interface AdamNet extends FloatNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @AdamW
  interface AdamWNet extends FloatNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @Adagrad
  interface AdagradNet extends FloatNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  interface PlainDoubleNet extends DoubleNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @Sgd(momentum = 0.9)
  interface SgdDoubleNet extends DoubleNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @RmsProp
  interface RmsPropDoubleNet extends DoubleNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @Adam
  interface AdamDoubleNet extends DoubleNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @AdamW
  interface AdamWDoubleNet extends DoubleNetwork {}

  @Network(
      layers = {4, 6, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @Adagrad
  interface AdagradDoubleNet extends DoubleNetwork {}

  /** One weight, one bias: easy to follow by hand. */
  @Network(
      layers = {1, 1},
      activation = IDENTITY)
  interface LineNet extends FloatNetwork {}

  @Network(
      layers = {784, 30, 10},
      activation = SIGMOID)
  interface DigitNet extends FloatNetwork {}

  static final Map<String, LongFunction<FloatNetwork>> FLOATS =
      Map.of(
          "none", Nets_PlainNetImpl::new,
          "Sgd", Nets_SgdNetImpl::new,
          "RmsProp", Nets_RmsPropNetImpl::new,
          "Adam", Nets_AdamNetImpl::new,
          "AdamW", Nets_AdamWNetImpl::new,
          "Adagrad", Nets_AdagradNetImpl::new);

  static final Map<String, LongFunction<DoubleNetwork>> DOUBLES =
      Map.of(
          "none", Nets_PlainDoubleNetImpl::new,
          "Sgd", Nets_SgdDoubleNetImpl::new,
          "RmsProp", Nets_RmsPropDoubleNetImpl::new,
          "Adam", Nets_AdamDoubleNetImpl::new,
          "AdamW", Nets_AdamWDoubleNetImpl::new,
          "Adagrad", Nets_AdagradDoubleNetImpl::new);

  static final List<String> OPTIMIZERS = FLOATS.keySet().stream().sorted().toList();

  private Nets() {}

  static FloatNetwork plain(long seed) {
    return new Nets_PlainNetImpl(seed);
  }

  static FloatNetwork adam(long seed) {
    return new Nets_AdamNetImpl(seed);
  }

  static FloatNetwork line() {
    FloatNetwork line = new Nets_LineNetImpl(1);
    line.setParameters(new float[2]);
    return line;
  }

  static FloatNetwork digits(long seed) {
    return new Nets_DigitNetImpl(seed);
  }

  /** Three clouds of points, of which the classes overlap. */
  static FloatRows rows(int rows, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[][] inputs = new float[rows][4];
    int[] labels = new int[rows];
    for (int i = 0; i < rows; i++) {
      labels[i] = random.nextInt(3);
      for (int j = 0; j < 4; j++) {
        inputs[i][j] = (float) (random.nextDouble() * 2 - 1 + (j == labels[i] ? 1 : 0));
      }
    }
    return FloatRows.ofClasses(inputs, labels, 3);
  }

  static DoubleRows doubles(FloatRows rows) {
    double[][] inputs = new double[rows.size()][4];
    int[] labels = new int[rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      labels[i] = rows.label(i);
      for (int j = 0; j < 4; j++) {
        inputs[i][j] = rows.inputs()[i][j];
      }
    }
    double[] weights = new double[rows.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = rows.weight(i);
    }
    DoubleRows made = DoubleRows.ofClasses(inputs, labels, 3);
    return rows.weights().length == 0 ? made : made.weighted(weights);
  }

  static float[] parameters(FloatNetwork network) {
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }

  static double[] parameters(DoubleNetwork network) {
    double[] parameters = new double[network.parameterCount()];
    network.getParameters(parameters);
    return parameters;
  }
}
