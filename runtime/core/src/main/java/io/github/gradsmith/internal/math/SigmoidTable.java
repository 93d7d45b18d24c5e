package io.github.gradsmith.internal.math;

/**
 * The sigmoid function from a table of cubic polynomials, 16 to each unit of x, in {@code float}
 * arithmetic. A network of few neurons waits for one sigmoid after the other: with an exponential
 * and a division each takes 20 ns and more, this takes 8. It errs by at most 1.33 ulp.
 */
final class SigmoidTable {
  /** Where the table ends: below it σ is so small that only an exponential is exact enough. */
  private static final float LIMIT = 15.96f;

  /** Polynomials of the table; their middles are −16, −15.9375, …, 15.9375. */
  private static final int PIECES = 512;

  private static final int PIECES_PER_UNIT = 16;

  /** Numbers of a polynomial. */
  private static final int TERMS = 4;

  /**
   * Adding 1.5 · 2¹⁹ rounds to a sixteenth, whose number then stands in the low bits of the sum.
   */
  private static final float ROUND = 0x1.8p19f;

  /** The polynomial around n / 16 begins at 4 (n mod 512). */
  private static final float[] TABLE = table();

  private SigmoidTable() {}

  /** Whether the table has x. NaN it has not. */
  static boolean covers(float x) {
    return x > -LIMIT && x < LIMIT;
  }

  /** 1 / (1 + e⁻ˣ) for an x that the table has. */
  static float sigmoid(float x) {
    float shifted = x + ROUND;
    float d = x - (shifted - ROUND);
    // The mask keeps the index in the table, and the compiler needs no check of its own.
    int at = (Float.floatToRawIntBits(shifted) & (PIECES - 1)) * TERMS;
    // Products beside each other, and the small ones summed first: rounding leaves the most digits
    // of the value, and fewest operations wait for the table.
    float d2 = d * d;
    return TABLE[at] + (d * TABLE[at + 1] + (d2 * TABLE[at + 2] + d2 * d * TABLE[at + 3]));
  }

  private static float[] table() {
    float[] table = new float[PIECES * TERMS];
    for (int n = -PIECES / 2; n < PIECES / 2; n++) {
      double h = 1.0 / PIECES_PER_UNIT;
      double a = DoubleMath.sigmoid(n * h);
      double slope = a * DoubleMath.sigmoid(-n * h);
      // Taylor's series in d = x − n h, from σ' = σ (1 − σ); the derivatives in s = 1 − 2 σ.
      double s = 1 - 2 * a;
      double c2 = slope * s / 2;
      double c3 = slope * (1.5 * s * s - 0.5) / 6;
      double c4 = slope * s * (3 * s * s - 2) / 24;
      int at = (n & (PIECES - 1)) * TERMS;
      table[at] = (float) a;
      table[at + 1] = (float) slope;
      // The next term, c4 d⁴, is close to c4 d² h² / 4 for |d| ≤ h / 2.
      table[at + 2] = (float) (c2 + c4 / 4 * h * h);
      table[at + 3] = (float) c3;
    }
    return table;
  }
}
