package io.github.gradsmith.training.internal.chart;

/**
 * A curve.
 *
 * @param name what the legend calls it
 * @param style a number from 0, which decides colour and dashes
 * @param x as many places as values
 * @param y its numbers; one that is not finite is a gap
 */
public record Line(String name, int style, double[] x, double[] y) {
  /** There are so many styles; further ones begin anew. */
  public static final int STYLES = 8;

  /** The class of its style. */
  String styleClass() {
    return "s" + style % STYLES;
  }
}
