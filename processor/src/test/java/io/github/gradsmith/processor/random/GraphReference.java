package io.github.gradsmith.processor.random;

import java.util.ArrayList;
import java.util.List;

/** A graph of layers in plain loops on doubles, and back in the reversed order. */
final class GraphReference implements Reference {
  private final NetworkDescription network;
  private final double[] parameters;
  private final int[] starts;

  GraphReference(NetworkDescription network, double[] parameters) {
    this.network = network;
    this.parameters = parameters.clone();
    this.starts = new int[network.graph().size() + 1];
    for (int l = 1; l < starts.length; l++) {
      int size = layer(l).kind().tensors().stream().mapToInt(Integer::intValue).sum();
      starts[l] = starts[l - 1] + size;
    }
  }

  private GraphLayer layer(int l) {
    return network.graph().get(l - 1);
  }

  @Override
  public Pass pass(double[] x, double[] t, Arithmetic arithmetic) {
    int layers = network.graph().size() + 1;
    double[][] z = new double[layers][];
    double[][] a = new double[layers][];
    double[][] slope = new double[layers][];
    a[0] = x;
    for (int l = 1; l < layers; l++) {
      z[l] = layer(l).kind().forward(inputs(l, a), parameters, starts[l - 1], arithmetic);
      a[l] = new double[z[l].length];
      slope[l] = new double[z[l].length];
      int row = layer(l).kind().shape().get(layer(l).kind().shape().size() - 1);
      for (int from = 0; from < z[l].length; from += row) {
        activate(layer(l).unit(), from, row, z[l], a[l], slope[l], arithmetic);
      }
    }
    double[] delta = new double[t.length];
    double loss = loss(z[layers - 1], a[layers - 1], slope[layers - 1], t, delta, arithmetic);
    return new Pass(z, a, slope, delta, loss, arithmetic.kinks());
  }

  private double[][] inputs(int l, double[][] a) {
    return layer(l).from().stream().map(value -> a[value]).toArray(double[][]::new);
  }

  private static void activate(
      Unit unit,
      int from,
      int length,
      double[] z,
      double[] a,
      double[] slope,
      Arithmetic arithmetic) {
    double[] zRow = java.util.Arrays.copyOfRange(z, from, from + length);
    double[] aRow = new double[length];
    double[] slopeRow = new double[length];
    ReferenceNetwork.activate(unit, zRow, aRow, slopeRow, arithmetic);
    System.arraycopy(aRow, 0, a, from, length);
    System.arraycopy(slopeRow, 0, slope, from, length);
  }

  /** Of each step by itself, where a softmax runs over the last dimension. */
  private double loss(
      double[] z, double[] a, double[] slope, double[] t, double[] delta, Arithmetic arithmetic) {
    GraphLayer last = layer(network.graph().size());
    List<Integer> shape = last.kind().shape();
    int row =
        network.last().isSoftmax() || network.last().isLogSoftmax()
            ? shape.get(shape.size() - 1)
            : z.length;
    OutputLoss output = new OutputLoss(last.unit(), network.objective(), arithmetic, z.length);
    double sum = 0;
    for (int from = 0; from < z.length; from += row) {
      double[] deltaRow = new double[row];
      double loss =
          output.loss(
              part(z, from, row),
              part(a, from, row),
              part(slope, from, row),
              part(t, from, row),
              deltaRow);
      sum = from == 0 ? loss : arithmetic.rounded(sum + loss);
      System.arraycopy(deltaRow, 0, delta, from, row);
    }
    return sum;
  }

  private static double[] part(double[] values, int from, int length) {
    return java.util.Arrays.copyOfRange(values, from, from + length);
  }

  @Override
  public void addGradient(Pass pass, double[] gradient, Arithmetic arithmetic) {
    double[][] errors = new double[pass.a().length][];
    for (int l = 0; l < errors.length; l++) {
      errors[l] = new double[pass.a()[l].length];
    }
    for (int l = errors.length - 1; l > 0; l--) {
      double[] delta = l == errors.length - 1 ? pass.delta() : errors[l].clone();
      for (int j = 0; j < delta.length && l < errors.length - 1; j++) {
        delta[j] = arithmetic.rounded(delta[j] * pass.slope()[l][j]);
      }
      double[][] to = layer(l).from().stream().map(v -> errors[v]).toArray(double[][]::new);
      layer(l)
          .kind()
          .back(inputs(l, pass.a()), parameters, starts[l - 1], delta, to, gradient, arithmetic);
    }
  }

  @Override
  public List<Integer> tensors() {
    List<Integer> tensors = new ArrayList<>();
    network.graph().forEach(layer -> tensors.addAll(layer.kind().tensors()));
    return tensors;
  }
}
