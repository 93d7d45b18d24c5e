package io.github.gradsmith.sample.benchmarks.report;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;

/** A bar for each network: how many times as fast as naive loops, by JDK and backend. */
public final class SpeedUpPlot {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 420;

  private final String task;

  /** The plot of one task in {@code float}. */
  public SpeedUpPlot(String task) {
    this.task = task;
  }

  /** Writes it as a PNG; nothing if no run has the task. */
  public void write(List<RunResult> runs, Path folder) throws IOException {
    List<String> sizes = sizes(runs);
    if (sizes.isEmpty()) {
      return;
    }
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(task + ", float: times as fast as naive loops")
            .xAxisTitle("network")
            .yAxisTitle("ratio")
            .build();
    chart.getStyler().setAvailableSpaceFill(0.8);
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    chart.getStyler().setLegendLayout(LegendLayout.Horizontal).setChartBackgroundColor(Color.WHITE);
    for (RunResult run : runs) {
      addSeries(chart, run, Comparison.PLAIN, sizes);
      addSeries(chart, run, Comparison.VECTOR, sizes);
    }
    BitmapEncoder.saveBitmap(chart, folder.resolve(task).toString(), BitmapFormat.PNG);
  }

  private List<String> sizes(List<RunResult> runs) {
    return runs.stream()
        .flatMap(run -> works(run).stream())
        .map(Measurement::size)
        .distinct()
        .toList();
  }

  private List<Measurement> works(RunResult run) {
    return new Comparison(run)
        .works().stream()
            .filter(work -> work.task().equals(task) && work.precision().equals("float"))
            .toList();
  }

  private void addSeries(CategoryChart chart, RunResult run, String backend, List<String> sizes) {
    Comparison comparison = new Comparison(run);
    List<Double> ratios = new ArrayList<>();
    for (String size : sizes) {
      Optional<Double> ratio =
          works(run).stream()
              .filter(work -> work.size().equals(size))
              .findFirst()
              .flatMap(work -> comparison.speedUp(backend, work));
      ratios.add(ratio.orElse(null));
    }
    if (ratios.stream().anyMatch(ratio -> ratio != null)) {
      chart.addSeries("JDK " + run.feature() + ", " + name(run, backend), sizes, ratios);
    }
  }

  /** What the bars are called: never vector where nothing of the Vector API ran. */
  private static String name(RunResult run, String backend) {
    boolean vectorRan =
        run.measurements().stream()
            .filter(one -> one.contender().equals(Comparison.GENERATED))
            .anyMatch(one -> one.backend().equals(backend) && one.kernels().startsWith("vector"));
    return backend.equals(Comparison.PLAIN)
        ? "plain"
        : vectorRan ? "vector module" : "vector module, but plain kernels";
  }
}
