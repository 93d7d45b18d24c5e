package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.Metric;
import io.github.gradsmith.training.Metrics;
import io.github.gradsmith.training.internal.chart.Histogram;
import io.github.gradsmith.training.internal.chart.Numbers;
import io.github.gradsmith.training.internal.chart.Scatter;
import io.github.gradsmith.training.internal.chart.Thinning;
import io.github.gradsmith.training.internal.chart.Words;
import io.github.gradsmith.training.internal.markup.Markup;
import io.github.gradsmith.training.internal.outcome.Outcomes;
import java.util.List;
import java.util.stream.IntStream;

/** How far outputs are from their targets: points, residuals and errors of each output. */
record RegressionPart(Outcomes rows, ClassNames names) implements Part {
  private static final int MOST_OUTPUTS = 4;
  private static final int MOST_POINTS = 2_000;
  private static final int BINS = 40;

  @Override
  public String id() {
    return "errors";
  }

  @Override
  public String title() {
    return "Outputs and targets";
  }

  @Override
  public void write(Markup page) {
    int shown = Math.min(MOST_OUTPUTS, rows.width());
    errors(page, shown);
    if (shown < rows.width()) {
      page.block("p")
          .text("These are the first " + shown + " of " + rows.width() + " outputs.")
          .close();
    }
    page.block("div", "class", "grid");
    for (int k = 0; k < shown; k++) {
      points(page, k, MOST_POINTS / shown);
      residuals(page, k);
    }
    page.close();
  }

  private void errors(Markup page, int shown) {
    Tables.open(page, "errors-caption", "scores", "Errors of each output, in the target's units.");
    Tables.head(page, List.of("Output", "Mean absolute error", "Root mean squared error", "R²"));
    for (int k = 0; k < shown; k++) {
      List<String> cells =
          List.of(
              Numbers.rounded(value(Metrics.meanAbsoluteError(), k)),
              Numbers.rounded(value(Metrics.rootMeanSquaredError(), k)),
              Numbers.rounded(value(Metrics.rSquared(), k)));
      Tables.row(page, names.of(k), cells);
    }
    Tables.close(page);
  }

  private double value(Metric metric, int k) {
    Metric.Evaluator evaluator = metric.evaluator(1, rows.rows());
    evaluator.reset();
    for (int i = 0; i < rows.rows(); i++) {
      double[] output = {rows.outputs()[i][k]};
      double[] target = {rows.targets()[i][k]};
      evaluator.add(output, target, rows.weights()[i]);
    }
    return evaluator.value();
  }

  private String title(int k, String what) {
    return rows.width() == 1 ? what : what + ": " + names.of(k);
  }

  private void points(Markup page, int k, int most) {
    int[] kept = Thinning.even(rows.rows(), most);
    double[] targets = IntStream.of(kept).mapToDouble(i -> rows.targets()[i][k]).toArray();
    double[] outputs = IntStream.of(kept).mapToDouble(i -> rows.outputs()[i][k]).toArray();
    String title = title(k, "Output over target");
    String sentence =
        Sentence.count(kept.length, "row")
            + (kept.length < rows.rows() ? " of " + rows.rows() : "")
            + "; on the dashed line the output is right. R² of all is "
            + Numbers.rounded(value(Metrics.rSquared(), k))
            + ".";
    page.block("figure").element("h3", title);
    Words words = new Words("points-" + k, title, sentence, "target", "output");
    new Scatter(words, targets, outputs).write(page);
    page.block("p").text(sentence).close().close();
  }

  private void residuals(Markup page, int k) {
    double[] residuals = rows.outputs(k);
    double[] targets = rows.targets(k);
    double sum = 0;
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] -= targets[i];
      sum += residuals[i];
    }
    String title = title(k, "Residuals");
    Histogram histogram = Histogram.of(residuals, BINS);
    String sentence =
        "Outputs less targets of "
            + Sentence.count(histogram.total(), "row")
            + ", from "
            + Numbers.rounded(histogram.low())
            + " to "
            + Numbers.rounded(histogram.high())
            + ", "
            + Numbers.rounded(sum / residuals.length)
            + " in the mean.";
    if (histogram.total() == 0) {
      sentence = "No residual is finite.";
    }
    page.block("figure").element("h3", title);
    Words words = new Words("residuals-" + k, title, sentence, "output less target", "rows");
    histogram.write(page, words, false);
    page.block("p").text(sentence).close().close();
  }
}
