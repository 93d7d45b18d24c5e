package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.chart.Axis;
import io.github.gradsmith.training.internal.chart.Line;
import io.github.gradsmith.training.internal.chart.LineChart;
import io.github.gradsmith.training.internal.chart.Numbers;
import io.github.gradsmith.training.internal.chart.Thinning;
import io.github.gradsmith.training.internal.chart.Words;
import io.github.gradsmith.training.internal.markup.Markup;
import io.github.gradsmith.training.internal.outcome.Classification;
import io.github.gradsmith.training.internal.outcome.RocCurve;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The ROC curves of classes, each against the rest; of many those with the least area. */
record RocFigure(Classification rows, ClassNames names) {
  private static final int MOST_CURVES = 6;
  private static final int MOST_POINTS = 200;

  void write(Markup page) {
    List<Integer> shown = shown();
    page.block("figure").element("h3", "ROC curves");
    if (!shown.isEmpty()) {
      List<Line> lines = new ArrayList<>();
      for (int c : shown) {
        lines.add(line(c, lines.size()));
      }
      String areas =
          shown.stream()
              .map(c -> names.of(c) + ": " + Numbers.percent(rows.area(c)))
              .collect(Collectors.joining(", ", "Areas below the curves: ", "."));
      Axis unit = new Axis(0, 1, false, List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0));
      Words words =
          new Words("roc", "ROC curves", areas, "rows of other classes", "rows of the class");
      new LineChart(words, unit, unit, true, lines, List.of()).write(page);
      page.block("p").text(areas).close();
    }
    page.block("p", "class", "quiet").text(note(shown.size())).close().close();
  }

  private String note(int shown) {
    if (shown == 0) {
      return "There is no curve: it needs rows of a class and others, and outputs that are numbers.";
    }
    return "Shares of rows whose output is at least some bound, for all bounds."
        + (shown < rows.roc().size() && rows.classes() > 2
            ? " These classes have the least area."
            : "");
  }

  /** The classes whose curves are drawn; of two classes the second says all. */
  private List<Integer> shown() {
    if (rows.classes() == 2) {
      return Double.isNaN(rows.area(1)) ? List.of() : List.of(1);
    }
    return IntStream.range(0, rows.classes())
        .boxed()
        .filter(c -> !Double.isNaN(rows.area(c)))
        .sorted(Comparator.comparingDouble(rows::area))
        .limit(MOST_CURVES)
        .sorted()
        .toList();
  }

  private Line line(int c, int style) {
    RocCurve curve = rows.roc().get(rows.roc().size() == 1 ? 0 : c);
    int[] kept = Thinning.even(curve.falseRates().length, MOST_POINTS);
    double[] x = IntStream.of(kept).mapToDouble(i -> curve.falseRates()[i]).toArray();
    double[] y = IntStream.of(kept).mapToDouble(i -> curve.trueRates()[i]).toArray();
    return new Line(names.of(c), style, x, y);
  }
}
