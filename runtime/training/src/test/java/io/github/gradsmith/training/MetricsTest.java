package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Line 10: metrics are scikit-learn's, with weights and without. */
class MetricsTest {
  private static final Map<String, Metric> METRICS = new HashMap<>();

  static {
    List<Metric> all =
        new ArrayList<>(
            List.of(
                Metrics.accuracy(),
                Metrics.rocAuc(),
                Metrics.logLoss(),
                Metrics.meanAbsoluteError(),
                Metrics.rootMeanSquaredError(),
                Metrics.rSquared()));
    for (int k = 1; k < 5; k++) {
      all.add(Metrics.topK(k));
    }
    for (int c = 0; c < 5; c++) {
      all.addAll(List.of(Metrics.precision(c), Metrics.recall(c), Metrics.f1(c)));
    }
    for (Average average : Average.values()) {
      all.addAll(List.of(Metrics.precision(average), Metrics.recall(average), Metrics.f1(average)));
    }
    all.forEach(metric -> METRICS.put(metric.name(), metric));
  }

  @Test
  void numbersAreThoseOfScikitLearn() {
    Set<String> compared = new HashSet<>();
    for (String[] row : Table.read("metrics.csv")) {
      double value =
          value(METRICS.get(row[1]), Table.rows(row[3]), Table.rows(row[4]), Table.numbers(row[5]));
      double expected = Double.parseDouble(row[2]);
      assertThat(value)
          .as("%s of %s", row[1], row[0])
          .isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
      compared.add(row[1]);
    }
    assertThat(compared).isEqualTo(METRICS.keySet());
  }

  private static double value(
      Metric metric, double[][] outputs, double[][] targets, double[] weights) {
    Metric.Evaluator evaluator = metric.evaluator(outputs[0].length, outputs.length);
    evaluator.add(outputs[0], targets[0], 7); // forgotten again
    evaluator.reset();
    for (int i = 0; i < outputs.length; i++) {
      evaluator.add(outputs[i], targets[i], weights.length == 0 ? 1 : weights[i]);
    }
    return evaluator.value();
  }

  @Test
  void ofEqualOutputsTheLowestClassIsTaken() {
    double[][] tie = {{0.5, 0.5}, {0.5, 0.5}};
    double[][] targets = {{1, 0}, {0, 1}};
    assertThat(value(Metrics.accuracy(), tie, targets, new double[0])).isEqualTo(0.5);
    assertThat(value(Metrics.topK(1), tie, targets, new double[0])).isEqualTo(0.5);
    assertThat(value(Metrics.topK(2), tie, targets, new double[0])).isEqualTo(1);
  }

  @Test
  void anOutputWithNaNIsAlwaysWrong() {
    double nan = Double.NaN;
    double[][] outputs = {{nan, 0}, {0, nan}, {1, 0}};
    double[][] targets = {{1, 0}, {0, 1}, {1, 0}};
    assertThat(value(Metrics.accuracy(), outputs, targets, new double[0]))
        .isCloseTo(1 / 3.0, within(1e-15));
    assertThat(value(Metrics.topK(2), outputs, targets, new double[0]))
        .isCloseTo(1 / 3.0, within(1e-15));
    assertThat(value(Metrics.recall(0), outputs, targets, new double[0])).isEqualTo(0.5);
    assertThat(value(Metrics.precision(0), outputs, targets, new double[0])).isEqualTo(1);
    assertThat(value(Metrics.rocAuc(), outputs, targets, new double[0])).isNaN();
    assertThat(value(Metrics.logLoss(), outputs, targets, new double[0])).isNaN();
    assertThat(value(Metrics.meanAbsoluteError(), outputs, targets, new double[0])).isNaN();
    double[][] one = {{nan}, {0.5}};
    assertThat(value(Metrics.accuracy(), one, new double[][] {{0}, {1}}, new double[0]))
        .isEqualTo(0.5);
  }

  @Test
  void rankingNeedsRowsOfBothKinds() {
    double[][] outputs = {{0.1}, {0.9}};
    assertThat(value(Metrics.rocAuc(), outputs, new double[][] {{1}, {1}}, new double[0])).isNaN();
  }

  /** All pairs, one by one. */
  @Test
  void areaIsTheShareOfPairsInOrder() {
    SplittableRandom random = new SplittableRandom(8);
    for (int trial = 0; trial < 200; trial++) {
      int n = random.nextInt(2, 40);
      double[][] outputs = new double[n][1];
      double[][] targets = new double[n][1];
      double[] weights = new double[n];
      for (int i = 0; i < n; i++) {
        outputs[i][0] = random.nextInt(6) / 5.0;
        targets[i][0] = i < 2 ? i : random.nextInt(2);
        weights[i] = random.nextDouble(0.1, 3);
      }
      double right = 0;
      double all = 0;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          if (targets[i][0] == 1 && targets[j][0] == 0) {
            double order = Math.signum(outputs[i][0] - outputs[j][0]);
            right += weights[i] * weights[j] * (1 + order) / 2;
            all += weights[i] * weights[j];
          }
        }
      }
      assertThat(value(Metrics.rocAuc(), outputs, targets, weights))
          .isCloseTo(right / all, within(1e-12));
    }
  }

  @Test
  void equalWeightsAreNone() {
    SplittableRandom random = new SplittableRandom(9);
    double[][] outputs = new double[30][5];
    double[][] targets = new double[30][5];
    for (int i = 0; i < 30; i++) {
      outputs[i] = random.doubles(5).toArray();
      targets[i][i % 5] = 1;
    }
    double[] two = IntStream.range(0, 30).mapToDouble(i -> 2).toArray();
    METRICS.forEach(
        (name, metric) ->
            assertThat(value(metric, outputs, targets, two))
                .as(name)
                .isCloseTo(value(metric, outputs, targets, new double[0]), within(1e-12)));
  }

  @Test
  void metricsMadeAlikeAreEqual() {
    assertThat(Metrics.accuracy()).isEqualTo(Metrics.accuracy());
    assertThat(Metrics.f1(1)).isEqualTo(Metrics.f1(1)).isNotEqualTo(Metrics.f1(2));
    assertThat(Metrics.f1(Average.MICRO)).isNotEqualTo(Metrics.f1(Average.MACRO));
    assertThat(Monitor.validation(Metrics.topK(2))).isEqualTo(Monitor.validation(Metrics.topK(2)));
    assertThat(Monitor.validationLoss()).isNotEqualTo(Monitor.trainingLoss());
  }

  @Test
  void smallerErrorsAndLargerSharesAreBetter() {
    Set<String> minimized = Set.of("log loss", "MAE", "RMSE");
    METRICS.forEach(
        (name, metric) ->
            assertThat(metric.goal())
                .as(name)
                .isEqualTo(minimized.contains(name) ? Goal.MINIMIZE : Goal.MAXIMIZE));
  }

  @Test
  void classesThatAreNotThereAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metrics.precision(3).evaluator(3, 1))
        .withMessage("precision of 3 needs a class below 3, as many as there are");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metrics.topK(1).evaluator(1, 1))
        .withMessage("top 1 needs several outputs, but there is 1: use accuracy()");
    assertThatIllegalArgumentException().isThrownBy(() -> Metrics.topK(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Metrics.recall(-1));
  }
}
