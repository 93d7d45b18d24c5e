package io.github.gradsmith.training.internal.chart;

import io.github.gradsmith.training.internal.markup.Markup;

/** Points, and the line on which both numbers of a point are alike. */
public record Scatter(Words words, double[] x, double[] y) {
  /** Writes the image. */
  public void write(Markup page) {
    double[] all = new double[x.length + y.length];
    System.arraycopy(x, 0, all, 0, x.length);
    System.arraycopy(y, 0, all, x.length, y.length);
    Axis both = Axis.linear(all);
    Frame frame = new Frame(Frame.Size.SQUARE, both, both);
    frame.open(page, words);
    PathText diagonal =
        new PathText()
            .moveTo(frame.x(both.low()), frame.y(both.low()))
            .lineTo(frame.x(both.high()), frame.y(both.high()));
    page.empty("path", "class", "guide", "d", diagonal.toString());
    PathText points = new PathText();
    for (int i = 0; i < x.length; i++) {
      if (frame.shows(x[i], y[i])) {
        points.moveTo(frame.x(x[i]), frame.y(y[i])).dot();
      }
    }
    if (!points.isEmpty()) {
      page.empty("path", "class", "points", "d", points.toString());
    }
    frame.close(page);
  }
}
