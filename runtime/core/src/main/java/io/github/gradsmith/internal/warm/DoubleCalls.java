package io.github.gradsmith.internal.warm;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;

/** All methods of a network that compute. */
final class DoubleCalls implements WarmUp.Calls {
  /** With steps of length 0 the parameters stay as they are: nothing runs away. */
  private static final double RATE = 0;

  private final DoublePredictor predictor;
  private final DoubleNetwork network;
  private final double[][] inputs;
  private final double[][] targets;
  private final double[][] outputs;
  private final double[] parameters;
  private final double[] large;
  private final double[] gradient;
  private final double[] weights;
  private double results;

  /**
   * All calls of a network, or those of a predictor.
   *
   * @param network the same object as {@code predictor}, or null if it does not train
   * @param indices blocks of values of an input that are indices, as {@link SampleRows} takes them
   */
  DoubleCalls(DoublePredictor predictor, DoubleNetwork network, int[] indices) {
    this.predictor = predictor;
    this.network = network;
    inputs = SampleRows.inputs(predictor.inputSize(), indices);
    targets = SampleRows.targets(predictor.outputSize());
    outputs = new double[SampleRows.BATCH][predictor.outputSize()];
    parameters = new double[predictor.parameterCount()];
    predictor.getParameters(parameters);
    large = parameters.clone();
    for (int i = 0; i < large.length; i++) {
      large[i] *= SampleRows.LARGE;
    }
    gradient = new double[network == null ? 0 : parameters.length];
    weights = new double[inputs.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 1 + i;
    }
  }

  @Override
  public int count() {
    return network == null ? 4 : 12;
  }

  @Override
  public void make(int call, int pass) {
    double[] x = inputs[pass];
    switch (call) {
      case 0:
        prepare(pass);
        break;
      case 1:
        predictor.forward(x, outputs[0]);
        break;
      case 2:
        predictor.forward(inputs, outputs, 0, 1 + pass % SampleRows.BATCH);
        break;
      case 3:
        results += predictor.outputSize() > 1 ? predictor.classify(x) : 0;
        break;
      default:
        train(call, x, targets[pass], pass, pass == 0 ? SampleRows.ROWS : pass + SampleRows.BATCH);
    }
  }

  /** What large weights leave behind, infinities among it, is gone after their pass. */
  private void prepare(int pass) {
    if (pass <= 1) {
      predictor.setParameters(pass == 0 ? large : parameters);
      if (network != null) {
        network.resetOptimizer();
      }
    }
  }

  private void train(int call, double[] x, double[] t, int from, int to) {
    switch (call) {
      case 4:
        results += network.loss(x, t);
        break;
      case 5:
        results += network.loss(inputs, targets, from, to);
        break;
      case 6:
        results += network.train(x, t, RATE);
        break;
      case 7:
        results += network.train(inputs, targets, from, to, RATE);
        break;
      case 8:
        results += network.gradient(inputs, targets, from, to, gradient);
        break;
      case 9:
        results += network.loss(inputs, targets, weights, from, to);
        break;
      case 10:
        results += network.gradient(inputs, targets, weights, from, to, gradient);
        break;
      default:
        network.update(gradient, RATE);
    }
  }
}
