package io.github.gradsmith.training.internal.chart;

import io.github.gradsmith.training.internal.markup.Markup;
import java.util.List;

/** Curves over one axis, with a legend if there are several. */
public record LineChart(
    Words words, Axis x, Axis y, boolean isSquare, List<Line> lines, List<Mark> marks) {
  /** Writes the image, and the legend behind it. */
  public void write(Markup page) {
    Frame frame = new Frame(isSquare ? Frame.Size.SQUARE : Frame.Size.NORMAL, x, y);
    frame.open(page, words);
    for (Line line : lines) {
      String path = path(frame, line);
      if (!path.isEmpty()) {
        page.empty("path", "class", "line " + line.styleClass(), "d", path);
      }
    }
    for (Mark mark : marks) {
      if (frame.shows(mark.x(), mark.y())) {
        mark(page, frame, mark);
      }
    }
    frame.close(page);
    if (lines.size() > 1) {
      legend(page);
    }
  }

  private static void mark(Markup page, Frame frame, Mark mark) {
    String left = Numbers.tenths((long) StrictMath.rint(10 * frame.x(mark.x())));
    String top = Numbers.tenths((long) StrictMath.rint(10 * frame.y(mark.y())));
    page.empty("circle", "class", "mark", "cx", left, "cy", top, "r", "5");
    frame.note(page, mark.x(), mark.y(), mark.text());
  }

  /** The curve; a number between two gaps is a dot. */
  private static String path(Frame frame, Line line) {
    PathText path = new PathText();
    boolean isDown = false;
    boolean isAlone = false;
    for (int i = 0; i < line.x().length; i++) {
      boolean shows = frame.shows(line.x()[i], line.y()[i]);
      if (shows && isDown) {
        path.lineTo(frame.x(line.x()[i]), frame.y(line.y()[i]));
      } else if (shows) {
        path.moveTo(frame.x(line.x()[i]), frame.y(line.y()[i]));
      } else if (isAlone) {
        path.dot();
      }
      isAlone = shows && !isDown;
      isDown = shows;
    }
    return (isAlone ? path.dot() : path).toString();
  }

  private void legend(Markup page) {
    page.block("ul", "class", "legend");
    for (Line line : lines) {
      page.open("li").open("svg", "class", "key", "viewBox", "0 0 36 12", "aria-hidden", "true");
      page.empty("path", "class", "line " + line.styleClass(), "d", "M1 6h34").close();
      page.text(line.name()).close();
    }
    page.close();
  }
}
