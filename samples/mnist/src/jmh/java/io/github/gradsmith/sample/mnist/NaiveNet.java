package io.github.gradsmith.sample.mnist;

/**
 * 784-30-10 as one writes it first: scalar loops over {@code float[][]} rows, {@code Math.exp}. The
 * same arrays and the same arithmetic as {@link DigitNet}, to compare with.
 */
final class NaiveNet {
  private final float[][] w2 = new float[30][784];
  private final float[] b2 = new float[30];
  private final float[][] w3 = new float[10][30];
  private final float[] b3 = new float[10];
  private final float[] a2 = new float[30];
  private final float[] a3 = new float[10];
  private final float[] d2 = new float[30];
  private final float[] d3 = new float[10];
  private final float[][] g2 = new float[30][784];
  private final float[] gb2 = new float[30];
  private final float[][] g3 = new float[10][30];
  private final float[] gb3 = new float[10];

  /** Starts with the parameters of {@code net}. */
  NaiveNet(DigitNet net) {
    float[] flat = new float[net.parameterCount()];
    net.getParameters(flat);
    int at = 0;
    for (float[] row : w2) {
      System.arraycopy(flat, at, row, 0, row.length);
      at += row.length;
    }
    System.arraycopy(flat, at, b2, 0, b2.length);
    at += b2.length;
    for (float[] row : w3) {
      System.arraycopy(flat, at, row, 0, row.length);
      at += row.length;
    }
    System.arraycopy(flat, at, b3, 0, b3.length);
  }

  void forward(float[] x, float[] output) {
    layer(w2, b2, x, a2);
    layer(w3, b3, a2, a3);
    System.arraycopy(a3, 0, output, 0, a3.length);
  }

  /** One step on the batch's mean gradient; the mean loss before it. */
  float train(float[][] inputs, float[][] targets, int from, int to, float rate) {
    clear(g2, gb2);
    clear(g3, gb3);
    float loss = 0;
    for (int n = from; n < to; n++) {
      loss += backward(inputs[n], targets[n]);
    }
    float step = rate / (to - from);
    update(w2, b2, g2, gb2, step);
    update(w3, b3, g3, gb3, step);
    return loss / (to - from);
  }

  private float backward(float[] x, float[] t) {
    layer(w2, b2, x, a2);
    layer(w3, b3, a2, a3);
    float loss = 0;
    for (int j = 0; j < a3.length; j++) {
      float e = a3[j] - t[j];
      loss += 0.5f * e * e;
      d3[j] = e * a3[j] * (1 - a3[j]);
    }
    for (int i = 0; i < a2.length; i++) {
      float s = 0;
      for (int j = 0; j < d3.length; j++) {
        s += w3[j][i] * d3[j];
      }
      d2[i] = s * a2[i] * (1 - a2[i]);
    }
    accumulate(g2, gb2, d2, x);
    accumulate(g3, gb3, d3, a2);
    return loss;
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
