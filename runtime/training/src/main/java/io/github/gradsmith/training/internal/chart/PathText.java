package io.github.gradsmith.training.internal.chart;

/** The points of a path, in tenths of a unit, each relative to the one before. */
final class PathText {
  private final StringBuilder text = new StringBuilder();
  private long lastX;
  private long lastY;

  /** Lifts the pen and sets it down there. */
  PathText moveTo(double x, double y) {
    return to('M', x, y);
  }

  /** Draws a line to there. */
  PathText lineTo(double x, double y) {
    return to('l', x, y);
  }

  /** A dot where the pen is. */
  PathText dot() {
    text.append("h0");
    return this;
  }

  /** An upright bar on a base line. */
  PathText bar(double x, double y, double width, double base) {
    moveTo(x, base).lineTo(x, y).lineTo(x + width, y).lineTo(x + width, base);
    text.append('z');
    return this;
  }

  private PathText to(char how, double x, double y) {
    long newX = tenths(x);
    long newY = tenths(y);
    text.append(how);
    if (how == 'l') {
      pair(newX - lastX, newY - lastY);
    } else {
      pair(newX, newY);
    }
    lastX = newX;
    lastY = newY;
    return this;
  }

  private void pair(long x, long y) {
    String second = Numbers.tenths(y);
    text.append(Numbers.tenths(x)).append(second.startsWith("-") ? "" : " ").append(second);
  }

  private static long tenths(double coordinate) {
    return (long) StrictMath.rint(10 * coordinate);
  }

  boolean isEmpty() {
    return text.length() == 0;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
