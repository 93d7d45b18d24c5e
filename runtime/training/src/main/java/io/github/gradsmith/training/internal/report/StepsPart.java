package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.LayerHistory;
import io.github.gradsmith.training.internal.chart.Axis;
import io.github.gradsmith.training.internal.chart.Line;
import io.github.gradsmith.training.internal.chart.LineChart;
import io.github.gradsmith.training.internal.chart.Numbers;
import io.github.gradsmith.training.internal.chart.Thinning;
import io.github.gradsmith.training.internal.chart.Words;
import io.github.gradsmith.training.internal.markup.Escape;
import io.github.gradsmith.training.internal.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What steps did to each layer, or how to have that recorded. */
record StepsPart(List<LayerHistory> layers, int epochs) implements Part {
  private static final int MOST_LAYERS = 64;
  private static final int MOST_LINES = 8;
  private static final int MOST_POINTS = 250;
  private static final int LONGEST = 40;

  @Override
  public String id() {
    return "steps";
  }

  @Override
  public String title() {
    return "Steps of each layer";
  }

  @Override
  public void write(Markup page) {
    if (layers.isEmpty()) {
      page.block("p")
          .text("How large steps are relative to the weights of each layer was not recorded. Call ")
          .element("code", "recordLayers()")
          .text(" on the Fit to see it here.")
          .close();
      return;
    }
    page.block("p", "class", "quiet")
        .text("The last step of each epoch relative to the layer's parameters, ‖step‖ / ‖w‖, and ")
        .text("the norm of the layer's gradient. About 0.001 is a usual ratio: with much more ")
        .text("the learning rate is too large for the layer, with much less it hardly learns.")
        .close();
    table(page);
    page.block("div", "class", "grid");
    chart(page, "steps-ratio", "Step relative to the parameters", LayerHistory::stepRatios);
    chart(page, "steps-gradient", "Gradient norm of each layer", LayerHistory::gradientNorms);
    page.close();
    if (layers.size() > MOST_LINES) {
      String shown = Sentence.count(layers.size(), "layer");
      page.block("p").text("Drawn are the first " + MOST_LINES + " of " + shown + ".").close();
    }
  }

  private void table(Markup page) {
    Tables.open(page, "steps-caption", "scores", "Step ratios and gradient norms of all layers.");
    Tables.head(
        page,
        List.of(
            "Layer",
            "First ratio",
            "Last ratio",
            "Least ratio",
            "Largest ratio",
            "First gradient norm",
            "Last gradient norm"));
    for (LayerHistory layer : layers.subList(0, Math.min(MOST_LAYERS, layers.size()))) {
      List<Double> ratios = layer.stepRatios();
      List<Double> norms = layer.gradientNorms();
      double[] finite = finite(numbers(ratios)).toArray();
      List<Double> cells =
          List.of(
              ratios.get(0),
              ratios.get(epochs - 1),
              DoubleStream.of(finite).min().orElse(Double.NaN),
              DoubleStream.of(finite).max().orElse(Double.NaN),
              norms.get(0),
              norms.get(epochs - 1));
      Tables.row(page, name(layer), cells.stream().map(Numbers::rounded).toList());
    }
    Tables.close(page);
  }

  private void chart(
      Markup page, String id, String title, Function<LayerHistory, List<Double>> values) {
    List<LayerHistory> shown = layers.subList(0, Math.min(MOST_LINES, layers.size()));
    double[] all = shown.stream().flatMapToDouble(l -> finite(numbers(values.apply(l)))).toArray();
    page.block("figure").element("h3", title);
    String sentence = "No number is finite.";
    if (all.length > 0) {
      sentence =
          "From "
              + Numbers.rounded(DoubleStream.of(all).min().orElseThrow())
              + " to "
              + Numbers.rounded(DoubleStream.of(all).max().orElseThrow())
              + " in "
              + Sentence.epochs(epochs)
              + ".";
      List<Line> lines = new ArrayList<>();
      for (LayerHistory layer : shown) {
        lines.add(line(name(layer), lines.size(), numbers(values.apply(layer))));
      }
      Words words = new Words(id, title, sentence, "epoch", "");
      new LineChart(words, Axis.counting(1, epochs), Axis.of(all), false, lines, List.of())
          .write(page);
    }
    page.block("p").text(sentence).close().close();
  }

  private static Line line(String name, int style, double[] values) {
    int[] kept = Thinning.indices(values, MOST_POINTS);
    double[] epochs = IntStream.of(kept).mapToDouble(i -> i + 1).toArray();
    return new Line(name, style, epochs, IntStream.of(kept).mapToDouble(i -> values[i]).toArray());
  }

  private static String name(LayerHistory layer) {
    return Escape.shortened(layer.layer().name(), LONGEST);
  }

  private static double[] numbers(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static DoubleStream finite(double[] values) {
    return DoubleStream.of(values).filter(Double::isFinite);
  }
}
