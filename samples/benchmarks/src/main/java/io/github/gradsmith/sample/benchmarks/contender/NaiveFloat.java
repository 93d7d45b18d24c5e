package io.github.gradsmith.sample.benchmarks.contender;

/**
 * A network as one writes it first: scalar loops over {@code float[][]} rows, {@code Math.exp}, one
 * sample's gradient added after the other. The same arithmetic as the generated network, to compare
 * with.
 */
public final class NaiveFloat implements FloatSubject {
  private final float[][][] w;
  private final float[][] b;
  private final float[][] a;
  private final float[][] d;
  private final float[][][] gw;
  private final float[][] gb;

  /**
   * Starts with given parameters.
   *
   * @param parameters layer by layer, weights row-major [out][in], then biases
   */
  public NaiveFloat(int[] layers, float[] parameters) {
    int depth = layers.length - 1;
    w = new float[depth][][];
    b = new float[depth][];
    a = new float[depth][];
    d = new float[depth][];
    gw = new float[depth][][];
    gb = new float[depth][];
    int at = 0;
    for (int l = 0; l < depth; l++) {
      int inputs = layers[l];
      int outputs = layers[l + 1];
      w[l] = new float[outputs][inputs];
      b[l] = new float[outputs];
      a[l] = new float[outputs];
      d[l] = new float[outputs];
      gw[l] = new float[outputs][inputs];
      gb[l] = new float[outputs];
      for (float[] row : w[l]) {
        System.arraycopy(parameters, at, row, 0, inputs);
        at += inputs;
      }
      System.arraycopy(parameters, at, b[l], 0, outputs);
      at += outputs;
    }
  }

  @Override
  public void forward(float[] input, float[] output) {
    forward(input);
    float[] last = a[a.length - 1];
    System.arraycopy(last, 0, output, 0, last.length);
  }

  @Override
  public void forward(float[][] inputs, float[][] outputs, int from, int to) {
    for (int n = from; n < to; n++) {
      forward(inputs[n], outputs[n]);
    }
  }

  @Override
  public float train(float[] input, float[] target, float rate) {
    clear();
    float loss = backward(input, target);
    update(rate);
    return loss;
  }

  @Override
  public float train(float[][] inputs, float[][] targets, int from, int to, float rate) {
    clear();
    float loss = 0;
    for (int n = from; n < to; n++) {
      loss += backward(inputs[n], targets[n]);
    }
    update(rate / (to - from));
    return loss / (to - from);
  }

  private void forward(float[] input) {
    float[] x = input;
    for (int l = 0; l < w.length; l++) {
      layer(w[l], b[l], x, a[l]);
      x = a[l];
    }
  }

  private float backward(float[] input, float[] target) {
    forward(input);
    int last = w.length - 1;
    float loss = outputDelta(a[last], target, d[last]);
    for (int l = last; l > 0; l--) {
      delta(w[l], d[l], a[l - 1], d[l - 1]);
    }
    for (int l = 0; l <= last; l++) {
      accumulate(gw[l], gb[l], d[l], l == 0 ? input : a[l - 1]);
    }
    return loss;
  }

  private void update(float step) {
    for (int l = 0; l < w.length; l++) {
      update(w[l], b[l], gw[l], gb[l], step);
    }
  }

  private void clear() {
    for (int l = 0; l < w.length; l++) {
      clear(gw[l], gb[l]);
    }
  }

  private static void layer(float[][] w, float[] b, float[] x, float[] a) {
    for (int j = 0; j < w.length; j++) {
      float s = b[j];
      for (int i = 0; i < x.length; i++) {
        s += w[j][i] * x[i];
      }
      a[j] = (float) (1 / (1 + Math.exp(-s)));
    }
  }

  private static float outputDelta(float[] a, float[] t, float[] d) {
    float loss = 0;
    for (int j = 0; j < a.length; j++) {
      float e = a[j] - t[j];
      loss += 0.5f * e * e;
      d[j] = e * a[j] * (1 - a[j]);
    }
    return loss;
  }

  private static void delta(float[][] w, float[] next, float[] a, float[] d) {
    for (int i = 0; i < a.length; i++) {
      float s = 0;
      for (int j = 0; j < next.length; j++) {
        s += w[j][i] * next[j];
      }
      d[i] = s * a[i] * (1 - a[i]);
    }
  }

  private static void accumulate(float[][] g, float[] gb, float[] d, float[] x) {
    for (int j = 0; j < g.length; j++) {
      for (int i = 0; i < x.length; i++) {
        g[j][i] += d[j] * x[i];
      }
      gb[j] += d[j];
    }
  }

  private static void update(float[][] w, float[] b, float[][] g, float[] gb, float step) {
    for (int j = 0; j < w.length; j++) {
      for (int i = 0; i < w[j].length; i++) {
        w[j][i] -= step * g[j][i];
      }
      b[j] -= step * gb[j];
    }
  }

  private static void clear(float[][] g, float[] gb) {
    for (int j = 0; j < g.length; j++) {
      for (int i = 0; i < g[j].length; i++) {
        g[j][i] = 0;
      }
      gb[j] = 0;
    }
  }
}
