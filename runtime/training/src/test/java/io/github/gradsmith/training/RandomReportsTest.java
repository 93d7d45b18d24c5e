package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.TopologyLayer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Histories of random lengths and numbers, many of which are not finite, with random rows. */
class RandomReportsTest {
  private static final int REPORTS = 150;

  @Test
  void pagesKeepTheirRulesAndTellTheHistorysNumbers() {
    for (int seed = 0; seed < REPORTS; seed++) {
      Random random = new Random(seed);
      FixedHistory history = history(random);
      Report report = judged(Report.of(history), seed, random);

      ReportPage page = ReportPage.of(report.html()).requireRules();

      if (history.epochs() > 0) {
        requireNumbers(page.table("data-caption"), history);
      }
    }
  }

  private static FixedHistory history(Random random) {
    int epochs = random.nextInt(4) == 0 ? random.nextInt(3_000) : random.nextInt(20);
    FixedHistory history = new FixedHistory(values(epochs, random));
    history.rates = values(epochs, random);
    history.norms = random.nextBoolean() ? values(epochs, random) : history.norms;
    if (random.nextInt(4) > 0) {
      history.validationLosses = values(epochs, random);
      int metrics = random.nextInt(4);
      history.metrics =
          IntStream.range(0, metrics)
              .mapToObj(i -> (Metric) new NamedMetric("m" + i, Goal.values()[random.nextInt(2)]))
              .toList();
      history.metricValues = new double[metrics][];
      Arrays.setAll(history.metricValues, i -> values(epochs, random));
    }
    List<TopologyLayer> layers = new ReportNets_ClassesImpl(1).topology().layers();
    if (epochs > 0 && random.nextBoolean()) {
      history.layers =
          IntStream.range(0, random.nextBoolean() ? 2 : random.nextInt(1, 80))
              .mapToObj(
                  l -> new LayerHistory(layers.get(1), list(epochs, random), list(epochs, random)))
              .toList();
    }
    history.stop = Stop.values()[random.nextInt(Stop.values().length)];
    history.keptEpoch = random.nextInt(epochs + 1);
    return history;
  }

  private static List<Double> list(int count, Random random) {
    return Arrays.stream(values(count, random)).boxed().toList();
  }

  private static double[] values(int count, Random random) {
    int kind = random.nextInt(5);
    double[] values = new double[count];
    double fixed = random.nextGaussian();
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (kind) {
            case 0 -> random.nextDouble();
            case 1 -> StrictMath.exp(30 * random.nextGaussian());
            case 2 -> Double.longBitsToDouble(random.nextLong());
            case 3 -> fixed;
            default -> (double) (float) (StrictMath.exp(-i / 10.0) + 0.01 * random.nextDouble());
          };
      if (random.nextInt(20) == 0 && kind != 3) {
        values[i] = random.nextBoolean() ? Double.NaN : Double.NEGATIVE_INFINITY;
      }
    }
    return values;
  }

  private static Report judged(Report report, int seed, Random random) {
    int rows = 1 + random.nextInt(60);
    return switch (random.nextInt(4)) {
      case 0 -> report;
      case 1 ->
          report
              .network(new ReportNets_ClassesImpl(seed))
              .validation(ReportRows.classes(rows, 4, 3, random))
              .images(2, 2);
      case 2 ->
          report
              .network(new ReportNets_TwoImpl(seed))
              .validation(ReportRows.two(rows, random))
              .names("no", "yes");
      default ->
          report
              .network(new ReportNets_NumbersImpl(seed))
              .validation(ReportRows.numbers(rows, random));
    };
  }

  private static void requireNumbers(List<List<String>> table, FixedHistory history) {
    for (List<String> cells : table.subList(1, table.size())) {
      int index = Integer.parseInt(cells.get(0)) - 1;
      int column = 1;
      requireNumber(cells.get(column++), history.losses[index]);
      if (history.validationLosses != null) {
        requireNumber(cells.get(column++), history.validationLosses[index]);
      }
      for (double[] values : history.metricValues) {
        requireNumber(cells.get(column++), values[index]);
      }
      requireNumber(cells.get(column++), history.rates[index]);
      if (!Arrays.stream(history.norms).allMatch(Double::isNaN)) {
        requireNumber(cells.get(column++), history.norms[index]);
      }
      assertThat(cells).hasSize(column);
    }
    assertThat(table.get(1).get(0)).isEqualTo("1");
    assertThat(table.get(table.size() - 1).get(0)).isEqualTo(Integer.toString(history.epochs()));
  }

  private static void requireNumber(String text, double expected) {
    assertThat(Double.parseDouble(text)).isEqualTo(Double.valueOf(expected + 0.0));
  }
}
