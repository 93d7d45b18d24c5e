package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.ParameterTensor;
import io.github.gradsmith.TopologyLayer;
import io.github.gradsmith.training.internal.chart.Histogram;
import io.github.gradsmith.training.internal.chart.Numbers;
import io.github.gradsmith.training.internal.chart.Thinning;
import io.github.gradsmith.training.internal.chart.Words;
import io.github.gradsmith.training.internal.markup.Markup;
import io.github.gradsmith.training.internal.outcome.LayerRow;
import io.github.gradsmith.training.internal.outcome.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What layers are like after the run: their neurons on some rows, and their weights. */
record LayersPart(Subject subject) implements Part {
  private static final int MOST_ROWS = 256;
  private static final int MOST_LAYERS = 64;
  private static final int MOST_HISTOGRAMS = 24;
  private static final int BINS = 40;

  @Override
  public String id() {
    return "layers";
  }

  @Override
  public String title() {
    return "Layers";
  }

  @Override
  public void write(Markup page) {
    List<TopologyLayer> layers = subject.topology().layers();
    int[] rows = Thinning.even(subject.rows(), MOST_ROWS);
    table(page, layers, rows);
    if (rows.length > 0) {
      page.block("p", "class", "quiet")
          .text("On " + Sentence.count(rows.length, "row") + " of validation. ")
          .text("Saturated: outputs within 1 % of an end of the activation's range, where it ")
          .text("learns slowly. Constant: neurons whose output is the same for all of these ")
          .text("rows, such as those of a dead ReLU.")
          .close();
    }
    page.block("div", "class", "grid small");
    double[] parameters = subject.parameters();
    List<TopologyLayer> weighted = layers.stream().filter(l -> !l.parameters().isEmpty()).toList();
    weighted.stream().limit(MOST_HISTOGRAMS).forEach(l -> histogram(page, l, parameters));
    page.close();
    if (weighted.size() > MOST_HISTOGRAMS) {
      page.block("p")
          .text("These are the weights of the first " + MOST_HISTOGRAMS + " of ")
          .text(Sentence.count(weighted.size(), "layer") + " with parameters.")
          .close();
    }
  }

  private void table(Markup page, List<TopologyLayer> layers, int[] rows) {
    List<double[][]> outputs = new ArrayList<>();
    for (int row : rows) {
      outputs.add(subject.layers(row));
    }
    Tables.open(page, "layers-caption", "scores", "All layers, the input first.");
    Tables.head(
        page,
        List.of("Layer", "Kind", "Shape", "Activation", "Parameters", "Saturated", "Constant"));
    for (int l = 0; l < Math.min(MOST_LAYERS, layers.size()); l++) {
      int index = l;
      double[][] ofLayer = outputs.stream().map(row -> row[index]).toArray(double[][]::new);
      LayerRow row = LayerRow.of(layers.get(l), ofLayer);
      int parameters = layers.get(l).parameters().stream().mapToInt(ParameterTensor::size).sum();
      List<String> cells =
          List.of(
              row.layer().kind(),
              shape(row.layer()),
              l == 0 ? "–" : row.layer().activation(),
              Integer.toString(parameters),
              Numbers.percent(row.saturated()),
              Numbers.percent(row.constant()));
      Tables.row(page, row.layer().name(), cells);
    }
    Tables.close(page);
  }

  private static String shape(TopologyLayer layer) {
    List<String> sizes = Arrays.stream(layer.shape()).mapToObj(Integer::toString).toList();
    return String.join(" × ", sizes);
  }

  private static void histogram(Markup page, TopologyLayer layer, double[] parameters) {
    ParameterTensor tensor = layer.parameters().get(0);
    double[] weights =
        Arrays.copyOfRange(parameters, tensor.offset(), tensor.offset() + tensor.size());
    Histogram histogram = Histogram.of(weights, BINS);
    double mean = Arrays.stream(weights).sum() / weights.length;
    double squares = Arrays.stream(weights).map(w -> (w - mean) * (w - mean)).sum();
    String sentence =
        Sentence.count(weights.length, "number")
            + " from "
            + Numbers.rounded(histogram.low())
            + " to "
            + Numbers.rounded(histogram.high())
            + ", mean "
            + Numbers.rounded(mean)
            + ", deviation "
            + Numbers.rounded(StrictMath.sqrt(squares / weights.length))
            + ".";
    page.block("figure").element("h3", tensor.name());
    Words words =
        new Words(
            "weights-" + layer.name().replaceAll("[^A-Za-z0-9_]", "-") + "-" + tensor.offset(),
            tensor.name(),
            sentence,
            "weight",
            "");
    histogram.write(page, words, true);
    page.block("p").text(sentence).close().close();
  }
}
