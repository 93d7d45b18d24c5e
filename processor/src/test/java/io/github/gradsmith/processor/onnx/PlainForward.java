package io.github.gradsmith.processor.onnx;

import io.github.gradsmith.Activation;
import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.activation.ElementwiseFormula;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.ModelImport;
import java.util.Arrays;
import java.util.Map;

/** What an imported network computes, in plain loops on doubles and without being generated. */
final class PlainForward {
  private final ModelImport.Network network;

  PlainForward(ModelImport.Network network) {
    this.network = network;
  }

  /** The outputs of rows one after another. */
  double[] rows(double[] inputs) {
    int width = network.widths().get(0);
    int outputs = network.widths().get(network.widths().size() - 1);
    double[] all = new double[inputs.length / width * outputs];
    for (int s = 0; s * width < inputs.length; s++) {
      double[] row = Arrays.copyOfRange(inputs, s * width, (s + 1) * width);
      System.arraycopy(row(row), 0, all, s * outputs, outputs);
    }
    return all;
  }

  private double[] row(double[] input) {
    double[] a = input;
    int weight = 0;
    for (int layer = 1; layer < network.widths().size(); layer++) {
      double[] z = new double[network.widths().get(layer)];
      int bias = weight + a.length * z.length;
      for (int j = 0; j < z.length; j++) {
        z[j] = network.parameters()[bias + j];
        for (int i = 0; i < a.length; i++) {
          z[j] += network.parameters()[weight++] * a[i];
        }
      }
      weight = bias + z.length;
      a = activated(network.activations().get(layer - 1), z);
    }
    return a;
  }

  static double[] activated(ActivationChoice choice, double[] z) {
    if (choice instanceof ActivationChoice.Named named
        && !(Activations.formula(named.constant()) instanceof ElementwiseFormula)) {
      double most = Arrays.stream(z).max().orElseThrow();
      double sum = Arrays.stream(z).map(x -> Math.exp(x - most)).sum();
      return named.constant() == Activation.SOFTMAX
          ? Arrays.stream(z).map(x -> Math.exp(x - most) / sum).toArray()
          : Arrays.stream(z).map(x -> x - most - Math.log(sum)).toArray();
    }
    Expr formula =
        choice instanceof ActivationChoice.Named named
            ? ((ElementwiseFormula) Activations.formula(named.constant())).value()
            : FormulaParser.parse(choice.text());
    return Arrays.stream(z).map(x -> Evaluator.evaluate(formula, Map.of("z", x))).toArray();
  }
}
