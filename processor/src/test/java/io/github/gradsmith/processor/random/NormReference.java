package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import java.util.List;
import java.util.Optional;

/** Each row less its mean, divided by its deviation, times a weight, and a bias. */
record NormReference(List<Integer> shape, double epsilon) implements LayerReference {
  private int length() {
    return shape.get(shape.size() - 1);
  }

  @Override
  public String annotation(List<String> from, String activation) {
    String written = epsilon == 1e-5 ? "" : "epsilon = " + epsilon;
    return "@LayerNorm" + LayerReference.attributes(written, LayerReference.from(from));
  }

  @Override
  public LayerChoice choice(ActivationChoice activation) {
    return new LayerChoice.LayerNorm(epsilon);
  }

  @Override
  public Optional<LayerReference> on(List<List<Integer>> before) {
    return Optional.of(new NormReference(before.get(0), epsilon));
  }

  @Override
  public List<Integer> tensors() {
    return List.of(length(), length());
  }

  private double mean(double[] x, int row, Arithmetic arithmetic) {
    double sum = 0;
    double size = 0;
    for (int i = 0; i < length(); i++) {
      sum += x[row + i];
      size = Math.max(size, Math.abs(x[row + i]));
    }
    return arithmetic.rounded(sum / length(), size);
  }

  private double deviation(double[] x, int row, double mean, Arithmetic arithmetic) {
    double variance = 0;
    for (int i = 0; i < length(); i++) {
      double off = arithmetic.rounded(x[row + i] - mean, Math.abs(x[row + i]) + Math.abs(mean));
      variance = arithmetic.rounded(variance + off * off);
    }
    return arithmetic.rounded(Math.sqrt(arithmetic.rounded(variance / length() + epsilon)));
  }

  @Override
  public double[] forward(
      double[][] inputs, double[] parameters, int start, Arithmetic arithmetic) {
    double[] z = new double[size()];
    for (int row = 0; row < z.length; row += length()) {
      double[] normal = normal(inputs[0], row, arithmetic);
      for (int i = 0; i < length(); i++) {
        double scaled = arithmetic.rounded(normal[i] * parameters[start + i]);
        double bias = parameters[start + length() + i];
        z[row + i] = arithmetic.rounded(scaled + bias, Math.abs(scaled) + Math.abs(bias));
      }
    }
    return z;
  }

  private double[] normal(double[] x, int row, Arithmetic arithmetic) {
    double mean = mean(x, row, arithmetic);
    double deviation = deviation(x, row, mean, arithmetic);
    double[] normal = new double[length()];
    for (int i = 0; i < length(); i++) {
      double off = arithmetic.rounded(x[row + i] - mean, Math.abs(x[row + i]) + Math.abs(mean));
      normal[i] = arithmetic.rounded(off / deviation);
    }
    return normal;
  }

  /** ∂E/∂x = (g − mean(g) − n mean(g n)) / deviation, where g = δ w and n is the normal row. */
  @Override
  public void back(
      double[][] inputs,
      double[] parameters,
      int start,
      double[] delta,
      double[][] errors,
      double[] gradient,
      Arithmetic arithmetic) {
    for (int row = 0; row < delta.length; row += length()) {
      double[] normal = normal(inputs[0], row, arithmetic);
      double mean = mean(inputs[0], row, arithmetic);
      double deviation = deviation(inputs[0], row, mean, arithmetic);
      double[] g = new double[length()];
      double[] product = new double[length()];
      for (int i = 0; i < length(); i++) {
        LayerReference.add(gradient, start + i, delta[row + i] * normal[i], arithmetic);
        LayerReference.add(gradient, start + length() + i, delta[row + i], arithmetic);
        g[i] = arithmetic.rounded(delta[row + i] * parameters[start + i]);
        product[i] = arithmetic.rounded(g[i] * normal[i]);
      }
      double meanOfG = mean(g, 0, arithmetic);
      double meanOfProduct = mean(product, 0, arithmetic);
      for (int i = 0; i < length(); i++) {
        double part = arithmetic.rounded(normal[i] * meanOfProduct);
        double size = Math.abs(g[i]) + Math.abs(meanOfG) + Math.abs(part);
        double error = arithmetic.rounded(g[i] - meanOfG - part, size) / deviation;
        LayerReference.add(errors[0], row + i, error, arithmetic);
      }
    }
  }
}
