package io.github.gradsmith.processor.onnx.value;

import io.github.gradsmith.processor.onnx.proto.Node;
import io.github.gradsmith.processor.onnx.proto.OnnxException;

/**
 * What a model does to its input before the first layer: f x + s, with numbers of each input's own
 * or one for all. The first layer takes it in, weights times f and biases plus weights times s.
 */
public record InputScaling(double[] factors, double[] shifts) {
  /** Nothing. */
  public static final InputScaling NONE = new InputScaling(new double[] {1}, new double[] {0});

  /** Beyond it f x + s and the product with folded weights differ in digits that a float has. */
  private static final double LARGEST_SHIFT = 100;

  /** One step more, with the same constant for all inputs or one for each. */
  public InputScaling after(Node node, double[] constants, boolean inputFirst) {
    int count = Math.max(constants.length, Math.max(factors.length, shifts.length));
    double[] f = new double[count];
    double[] s = new double[count];
    for (int i = 0; i < count; i++) {
      double c = at(constants, i);
      switch (node.operator()) {
        case "Add", "Sub" -> {
          double input = node.operator().equals("Sub") && !inputFirst ? -1 : 1;
          double constant = node.operator().equals("Sub") && inputFirst ? -1 : 1;
          f[i] = input * at(factors, i);
          s[i] = input * at(shifts, i) + constant * c;
        }
        case "Mul" -> {
          f[i] = at(factors, i) * c;
          s[i] = at(shifts, i) * c;
        }
        default -> {
          f[i] = at(factors, i) / c;
          s[i] = at(shifts, i) / c;
        }
      }
    }
    return new InputScaling(f, s);
  }

  /** The layer that does the same to the input as it is. */
  public Layer into(Node node, Layer layer) throws OnnxException {
    double[] weights = layer.weights().toArray();
    double[] biases = new double[layer.outputs()];
    for (int i = 0; i < layer.inputs(); i++) {
      if (Math.abs(at(shifts, i)) > LARGEST_SHIFT) {
        throw node.noChain(
            "input %d is shifted by %s before the first layer, beyond ±%.0f, which would cost"
                + " digits in its biases; make that change where the input comes from",
            i, at(shifts, i), LARGEST_SHIFT);
      }
      for (int j = 0; j < biases.length; j++) {
        int at = j * layer.inputs() + i;
        biases[j] += weights[at] * at(shifts, i);
        weights[at] *= at(factors, i);
      }
    }
    return new Layer(layer.weights().with(weights), biases);
  }

  private static double at(double[] numbers, int i) {
    return numbers[numbers.length == 1 ? 0 : i];
  }
}
