package io.github.gradsmith.training.internal.chart;

import io.github.gradsmith.training.internal.markup.Markup;

/**
 * A chart's area between its axes, with grid, ticks and labels. {@link #open} begins the image,
 * {@link #close} ends it; between them stands what is shown.
 */
final class Frame {
  private static final double LEFT = 62;
  private static final double RIGHT = 24;
  private static final double TOP = 26;
  private static final double BOTTOM = 44;

  private final Size size;
  private final Axis x;
  private final Axis y;

  /** A width and a height in units, which are pixels where there is room. */
  record Size(int width, int height) {
    static final Size NORMAL = new Size(480, 270);
    static final Size SMALL = new Size(320, 180);
    static final Size SQUARE = new Size(480, 420);
  }

  Frame(Size size, Axis x, Axis y) {
    this.size = size;
    this.x = x;
    this.y = y;
  }

  double x(double value) {
    return LEFT + x.place(value) * (size.width - LEFT - RIGHT);
  }

  double y(double value) {
    return size.height - BOTTOM - y.place(value) * (size.height - TOP - BOTTOM);
  }

  /** The lower end of the area. */
  double base() {
    return size.height - (int) BOTTOM;
  }

  boolean shows(double pointX, double pointY) {
    return x.shows(pointX) && y.shows(pointY);
  }

  /** Begins the image, which says in words what it shows. */
  void open(Markup page, Words words) {
    page.block(
        "svg",
        "role",
        "img",
        "aria-labelledby",
        words.id() + "-title " + words.id() + "-desc",
        "viewBox",
        "0 0 " + size.width + " " + size.height);
    page.element("title", words.title(), "id", words.id() + "-title");
    page.element("desc", words.description(), "id", words.id() + "-desc");
    grid(page);
    double middle = LEFT + (size.width - LEFT - RIGHT) / 2;
    label(page, middle, size.height - 6, "middle", words.x());
    label(page, 4, 14, "start", words.y() + (y.isLogarithmic() ? " (logarithmic)" : ""));
  }

  private void grid(Markup page) {
    PathText lines = new PathText();
    for (double tick : y.ticks()) {
      lines.moveTo(LEFT, y(tick)).lineTo(size.width - RIGHT, y(tick));
      label(page, LEFT - 7, y(tick) + 4, "end", Numbers.tick(tick));
    }
    page.empty("path", "class", "grid", "d", lines.toString());
    PathText axis = new PathText().moveTo(LEFT, base()).lineTo(size.width - RIGHT, base());
    for (double tick : x.ticks()) {
      axis.moveTo(x(tick), base()).lineTo(x(tick), base() + 5);
      label(page, x(tick), base() + 19, "middle", Numbers.tick(tick));
    }
    page.empty("path", "class", "axis", "d", axis.toString());
  }

  /** Text at a place of the image; the style says how it is anchored. */
  void label(Markup page, double left, double baseline, String style, String text) {
    page.element(
        "text",
        text,
        "x",
        Numbers.tenths((long) StrictMath.rint(10 * left)),
        "y",
        Numbers.tenths((long) StrictMath.rint(10 * baseline)),
        "class",
        style);
  }

  /** Text beside a point, on the side where there is room, with a rim that keeps it readable. */
  void note(Markup page, double pointX, double pointY, String text) {
    boolean isLeft = x.place(pointX) > 0.6;
    boolean isHigh = y.place(pointY) > 0.8;
    double left = x(pointX) + (isLeft ? -8 : 8);
    double baseline = y(pointY) + (isHigh ? 20 : -9);
    String style = isLeft ? "end" : "start";
    label(page, left, baseline, "halo " + style, text);
    label(page, left, baseline, style, text);
  }

  void close(Markup page) {
    page.close();
  }
}
