package io.github.gradsmith.sample.benchmarks.contender;

/**
 * A network as one writes it first: scalar loops over {@code double[][]} rows, {@code Math.exp},
 * one sample's gradient added after the other. The same arithmetic as the generated network, to
 * compare with.
 */
public final class NaiveDouble implements DoubleSubject {
  private final double[][][] w;
  private final double[][] b;
  private final double[][] a;
  private final double[][] d;
  private final double[][][] gw;
  private final double[][] gb;

  /**
   * Starts with given parameters.
   *
   * @param parameters layer by layer, weights row-major [out][in], then biases
   */
  public NaiveDouble(int[] layers, double[] parameters) {
    int depth = layers.length - 1;
    w = new double[depth][][];
    b = new double[depth][];
    a = new double[depth][];
    d = new double[depth][];
    gw = new double[depth][][];
    gb = new double[depth][];
    int at = 0;
    for (int l = 0; l < depth; l++) {
      int inputs = layers[l];
      int outputs = layers[l + 1];
      w[l] = new double[outputs][inputs];
      b[l] = new double[outputs];
      a[l] = new double[outputs];
      d[l] = new double[outputs];
      gw[l] = new double[outputs][inputs];
      gb[l] = new double[outputs];
      for (double[] row : w[l]) {
        System.arraycopy(parameters, at, row, 0, inputs);
        at += inputs;
      }
      System.arraycopy(parameters, at, b[l], 0, outputs);
      at += outputs;
    }
  }

  @Override
  public void forward(double[] input, double[] output) {
    forward(input);
    double[] last = a[a.length - 1];
    System.arraycopy(last, 0, output, 0, last.length);
  }

  @Override
  public void forward(double[][] inputs, double[][] outputs, int from, int to) {
    for (int n = from; n < to; n++) {
      forward(inputs[n], outputs[n]);
    }
  }

  @Override
  public double train(double[] input, double[] target, double rate) {
    clear();
    double loss = backward(input, target);
    update(rate);
    return loss;
  }

  @Override
  public double train(double[][] inputs, double[][] targets, int from, int to, double rate) {
    clear();
    double loss = 0;
    for (int n = from; n < to; n++) {
      loss += backward(inputs[n], targets[n]);
    }
    update(rate / (to - from));
    return loss / (to - from);
  }

  private void forward(double[] input) {
    double[] x = input;
    for (int l = 0; l < w.length; l++) {
      layer(w[l], b[l], x, a[l]);
      x = a[l];
    }
  }

  private double backward(double[] input, double[] target) {
    forward(input);
    int last = w.length - 1;
    double loss = outputDelta(a[last], target, d[last]);
    for (int l = last; l > 0; l--) {
      delta(w[l], d[l], a[l - 1], d[l - 1]);
    }
    for (int l = 0; l <= last; l++) {
      accumulate(gw[l], gb[l], d[l], l == 0 ? input : a[l - 1]);
    }
    return loss;
  }

  private void update(double step) {
    for (int l = 0; l < w.length; l++) {
      update(w[l], b[l], gw[l], gb[l], step);
    }
  }

  private void clear() {
    for (int l = 0; l < w.length; l++) {
      clear(gw[l], gb[l]);
    }
  }

  private static void layer(double[][] w, double[] b, double[] x, double[] a) {
    for (int j = 0; j < w.length; j++) {
      double s = b[j];
      for (int i = 0; i < x.length; i++) {
        s += w[j][i] * x[i];
      }
      a[j] = 1 / (1 + Math.exp(-s));
    }
  }

  private static double outputDelta(double[] a, double[] t, double[] d) {
    double loss = 0;
    for (int j = 0; j < a.length; j++) {
      double e = a[j] - t[j];
      loss += 0.5 * e * e;
      d[j] = e * a[j] * (1 - a[j]);
    }
    return loss;
  }

  private static void delta(double[][] w, double[] next, double[] a, double[] d) {
    for (int i = 0; i < a.length; i++) {
      double s = 0;
      for (int j = 0; j < next.length; j++) {
        s += w[j][i] * next[j];
      }
      d[i] = s * a[i] * (1 - a[i]);
    }
  }

  private static void accumulate(double[][] g, double[] gb, double[] d, double[] x) {
    for (int j = 0; j < g.length; j++) {
      for (int i = 0; i < x.length; i++) {
        g[j][i] += d[j] * x[i];
      }
      gb[j] += d[j];
    }
  }

  private static void update(double[][] w, double[] b, double[][] g, double[] gb, double step) {
    for (int j = 0; j < w.length; j++) {
      for (int i = 0; i < w[j].length; i++) {
        w[j][i] -= step * g[j][i];
      }
      b[j] -= step * gb[j];
    }
  }

  private static void clear(double[][] g, double[] gb) {
    for (int j = 0; j < g.length; j++) {
      for (int i = 0; i < g[j].length; i++) {
        g[j][i] = 0;
      }
      gb[j] = 0;
    }
  }
}
