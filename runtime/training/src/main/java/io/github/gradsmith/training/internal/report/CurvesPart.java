package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.chart.Axis;
import io.github.gradsmith.training.internal.chart.Line;
import io.github.gradsmith.training.internal.chart.LineChart;
import io.github.gradsmith.training.internal.chart.Mark;
import io.github.gradsmith.training.internal.chart.Thinning;
import io.github.gradsmith.training.internal.chart.Words;
import io.github.gradsmith.training.internal.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** All curves of a run: both losses in one chart, each other number in its own. */
record CurvesPart(Curves curves) implements Part {
  private static final int MOST_POINTS = 1_000;
  private static final int MOST_POINTS_IN_ALL = 5_000;

  /** Styles of lines: validation is drawn through, the running loss dashed. */
  private static final int SOLID = 0;

  private static final int DASHED = 1;

  @Override
  public String id() {
    return "curves";
  }

  @Override
  public String title() {
    return "Curves";
  }

  @Override
  public void write(Markup page) {
    page.block("div", "class", "grid");
    boolean isValidated = curves.losses().size() > 1;
    figure(page, "loss", isValidated ? "Loss" : "Running loss", curves.losses(), isValidated);
    for (Curve curve : curves.others()) {
      figure(page, curve.key(), curve.name(), List.of(curve), false);
    }
    page.close();
  }

  private void figure(
      Markup page, String key, String title, List<Curve> shown, boolean firstIsDashed) {
    String sentences = shown.stream().map(Curve::sentence).collect(Collectors.joining(" "));
    page.block("figure").element("h3", title);
    double[] all = shown.stream().flatMapToDouble(c -> DoubleStream.of(c.values())).toArray();
    if (DoubleStream.of(all).anyMatch(Double::isFinite)) {
      List<Line> lines = new ArrayList<>();
      for (Curve curve : shown) {
        lines.add(line(curve, firstIsDashed && lines.isEmpty() ? DASHED : SOLID));
      }
      Words words = new Words("curve-" + key, title, sentences, "epoch", "");
      Axis epochs = Axis.counting(1, curves.epochs());
      new LineChart(words, epochs, Axis.of(all), false, lines, marks(shown.get(shown.size() - 1)))
          .write(page);
    }
    page.block("p").text(sentences).close().close();
  }

  private Line line(Curve curve, int style) {
    int most = Math.max(5, Math.min(MOST_POINTS, MOST_POINTS_IN_ALL / curves.all().size()));
    int[] kept = Thinning.indices(curve.values(), most);
    double[] epochs = IntStream.of(kept).mapToDouble(i -> i + 1).toArray();
    double[] values = IntStream.of(kept).mapToDouble(i -> curve.values()[i]).toArray();
    return new Line(curve.name(), style, epochs, values);
  }

  /** The epoch that was kept, or else the curve's best. */
  private List<Mark> marks(Curve curve) {
    int best = curve.bestEpoch();
    if (best == 0) {
      return List.of();
    }
    int kept = curves.keptEpoch();
    int epoch = kept > 0 ? kept : best;
    String text = (kept > 0 ? "kept: epoch " : curve.bestWord() + ": epoch ") + epoch;
    return List.of(new Mark(epoch, curve.values()[epoch - 1], text));
  }
}
