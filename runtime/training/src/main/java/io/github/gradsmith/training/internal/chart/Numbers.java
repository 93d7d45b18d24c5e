package io.github.gradsmith.training.internal.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as charts and tables show them, the same in every country. */
public final class Numbers {
  private static final MathContext SHORT = new MathContext(4, RoundingMode.HALF_EVEN);
  private static final MathContext TICK = new MathContext(6, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /** Four digits, such as 0.08317, 12.5 or 3.2e-5. */
  public static String rounded(double value) {
    return digits(value, SHORT, -4);
  }

  /**
   * A tick's number without the noise of rounding, and short enough for the room beside an axis.
   */
  static String tick(double value) {
    return digits(value, TICK, -3);
  }

  /** All digits: {@code Double.parseDouble} gives the number back. */
  public static String exact(double value) {
    return value == (long) value && Math.abs(value) < 1e7
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  /** A share in percent with a digit behind the point. */
  public static String percent(double share) {
    return Double.isFinite(share)
        ? BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.HALF_EVEN) + "\u00a0%"
        : "–";
  }

  /** A coordinate in tenths as SVG writes it. */
  static String tenths(long tenths) {
    if (tenths % 10 == 0) {
      return Long.toString(tenths / 10);
    }
    String sign = tenths < 0 ? "-" : "";
    long whole = Math.abs(tenths) / 10;
    return sign + (whole == 0 ? "" : whole) + "." + Math.abs(tenths) % 10;
  }

  /** A number in full where its power of ten is at least some one and below 7. */
  private static String digits(double value, MathContext digits, int least) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "−∞";
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(digits).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    String text =
        exponent >= least && exponent < 7
            ? rounded.toPlainString()
            : rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent;
    return text.replace('-', '−');
  }
}
