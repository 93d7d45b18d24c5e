package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RowsTest {
  @Test
  void arraysAreTheCallersByReference() {
    float[][] inputs = {{1, 2}, {3, 4}};
    float[][] targets = {{5}, {6}};
    FloatRows rows = FloatRows.of(inputs, targets);
    assertThat(rows.inputs()).isSameAs(inputs);
    assertThat(rows.targets()).isSameAs(targets);
    assertThat(rows.weights()).isEmpty();
    assertThat(List.of(rows.size(), rows.inputSize(), rows.outputSize())).containsExactly(2, 2, 1);
    assertThat(rows.select(1).inputs()[0]).isSameAs(inputs[1]);
  }

  @Test
  void rowsOfAClassShareOneTarget() {
    FloatRows rows = FloatRows.ofClasses(inputs(3), new int[] {2, 0, 2}, 3);
    assertThat(rows.targets()).isDeepEqualTo(new float[][] {{0, 0, 1}, {1, 0, 0}, {0, 0, 1}});
    assertThat(rows.targets()[0]).isSameAs(rows.targets()[2]);
  }

  @Test
  void labelsAreTheLargestTarget() {
    FloatRows rows =
        FloatRows.of(inputs(3), new float[][] {{0, 1, 1}, {-3, -2, -1}, {Float.NaN, 0, 0}});
    assertThat(new int[] {rows.label(0), rows.label(1)}).containsExactly(1, 2);
    DoubleRows one = DoubleRows.of(new double[3][1], new double[][] {{0.5}, {0.49}, {1}});
    assertThat(new int[] {one.label(0), one.label(1), one.label(2)}).containsExactly(1, 0, 1);
  }

  @Test
  void weightsMultiply() {
    FloatRows rows = FloatRows.ofClasses(inputs(3), new int[] {0, 1, 1}, 2).weighted(1, 2, 0);
    assertThat(rows.weights()).containsExactly(1, 2, 0);
    assertThat(rows.classWeights(3, 5).weights()).containsExactly(3, 10, 0);
    assertThat(rows.weight(1)).isEqualTo(2);
  }

  /** The sums of all classes are alike, and the weights sum up to the rows. */
  @Test
  void balancedClassesCountAlike() {
    SplittableRandom random = new SplittableRandom(5);
    for (int trial = 0; trial < 100; trial++) {
      int classes = random.nextInt(1, 6);
      int[] labels = random.ints(random.nextInt(1, 50), 0, classes).toArray();
      double[] weights =
          DoubleRows.ofClasses(new double[labels.length][1], labels, classes).balanced().weights();
      Map<Integer, Double> sums = new HashMap<>();
      for (int i = 0; i < labels.length; i++) {
        sums.merge(labels[i], weights[i], Double::sum);
      }
      assertThat(Arrays.stream(weights).sum()).isCloseTo(labels.length, within(1e-9));
      double each = labels.length / (double) sums.size();
      assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(each, within(1e-9)));
    }
  }

  /**
   * {@code sklearn.utils.class_weight.compute_class_weight("balanced", classes=np.unique(y), y=y)}
   * of scikit-learn 1.2.1 for y = 0 0 0 0 0 2 2 3 gives these.
   */
  @Test
  void balancedIsThatOfScikitLearn() {
    int[] labels = {0, 0, 0, 0, 0, 2, 2, 3};
    double[] weights = DoubleRows.ofClasses(new double[8][1], labels, 4).balanced().weights();
    assertThat(weights[0]).isCloseTo(0.53333333333333333, within(1e-12));
    assertThat(weights[5]).isCloseTo(1.33333333333333333, within(1e-12));
    assertThat(weights[7]).isCloseTo(2.66666666666666667, within(1e-12));
  }

  @Test
  void oneTargetHasTwoClasses() {
    DoubleRows rows = DoubleRows.of(new double[3][1], new double[][] {{0}, {1}, {0}});
    assertThat(rows.classWeights(2, 7).weights()).containsExactly(2, 7, 2);
    assertThat(rows.balanced().weights()).containsExactly(0.75, 1.5, 0.75);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DoubleRows.of(new double[1][1], new double[][] {{0.4}}).balanced())
        .withMessage(
            "targets[0][0] is 0.4, but weights of classes need targets that are 1 at the class and"
                + " 0 elsewhere");
  }

  @Test
  void aSplitHasEachRowOnceAndInOrder() {
    SplittableRandom random = new SplittableRandom(3);
    for (int trial = 0; trial < 200; trial++) {
      int n = random.nextInt(2, 60);
      double fraction = random.nextDouble(0.001, 0.999);
      long seed = random.nextLong();
      FloatRows.Parts parts = numbered(n).split(fraction, seed);
      List<Float> training = numbers(parts.training());
      List<Float> validation = numbers(parts.validation());
      assertThat(training).isSorted();
      assertThat(validation).isSorted();
      Set<Float> all = new HashSet<>(training);
      all.addAll(validation);
      assertThat(all).hasSize(n);
      assertThat(training.size() + validation.size()).isEqualTo(n);
      assertThat((double) validation.size())
          .isCloseTo(Math.max(1, Math.min(n - 1, n * fraction)), within(0.5 + 1e-9));
      assertThat(numbers(numbered(n).split(fraction, seed).training())).isEqualTo(training);
    }
  }

  @Test
  void everyRowIsAsLikelyToBeDrawn() {
    int[] counts = new int[5];
    for (int seed = 0; seed < 5000; seed++) {
      counts[Math.round(numbers(numbered(5).split(0.2, seed).validation()).get(0))]++;
    }
    // The standard deviation of each count is 28.
    assertThat(Arrays.stream(counts)).allMatch(count -> Math.abs(count - 1000) < 5 * 28);
  }

  @Test
  void aCutKeepsTheOrderOfTime() {
    FloatRows.Parts parts = numbered(5).weighted(1, 2, 3, 4, 5).cut(3);
    assertThat(numbers(parts.training())).containsExactly(0f, 1f, 2f);
    assertThat(numbers(parts.validation())).containsExactly(3f, 4f);
    assertThat(parts.validation().weights()).containsExactly(4, 5);
  }

  @Test
  void selectedRowsMayRepeat() {
    FloatRows rows = numbered(4).weighted(1, 2, 3, 4).select(3, 0, 3);
    assertThat(numbers(rows)).containsExactly(3f, 0f, 3f);
    assertThat(rows.weights()).containsExactly(4, 1, 4);
  }

  @Test
  void wrongRowsAreRefused() {
    refused(() -> FloatRows.of(new float[0][], new float[0][]), "there is no row");
    refused(() -> FloatRows.of(inputs(2), inputs(3)), "targets has 3 rows, expected 2");
    refused(
        () -> FloatRows.of(new float[][] {{1, 2}, {1}}, inputs(2)),
        "inputs[1] has 1 value, expected 2");
    refused(
        () -> FloatRows.of(inputs(2), new float[][] {{1}, {1, 2}}),
        "targets[1] has 2 values, expected 1");
    refused(
        () -> FloatRows.ofClasses(inputs(2), new int[] {0, 3}, 3),
        "labels[1] is 3, expected 0 to 2");
    refused(
        () -> FloatRows.ofClasses(inputs(2), new int[] {0}, 3), "labels has length 1, expected 2");
    refused(() -> numbered(2).weighted(1), "weights has length 1, expected 2");
    refused(() -> numbered(2).weighted(1, -1), "weights[1] is -1.0, expected a finite number");
    refused(() -> numbered(2).weighted(Float.NaN, 1), "weights[0] is NaN, expected");
    refused(() -> numbered(2).weighted(1, Float.POSITIVE_INFINITY), "weights[1] is Infinity");
    refused(() -> numbered(2).weighted(0, 0), "all weights are 0");
    refused(() -> numbered(2).split(0, 1), "fraction is 0.0, expected a share of validation");
    refused(() -> numbered(2).split(1, 1), "fraction is 1.0");
    refused(() -> numbered(2).split(Double.NaN, 1), "fraction is NaN");
    refused(() -> numbered(1).split(0.5, 1), "there is 1 row, but two parts need 2 or more");
    refused(() -> numbered(3).cut(0), "row is 0, but of 3 rows either part needs at least one");
    refused(() -> numbered(3).cut(3), "row is 3");
    refused(() -> numbered(3).select(), "there is no row");
    assertThatThrownBy(() -> numbered(3).select(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith(message);
  }

  private static FloatRows numbered(int rows) {
    return FloatRows.of(inputs(rows), inputs(rows));
  }

  private static float[][] inputs(int rows) {
    float[][] inputs = new float[rows][1];
    for (int i = 0; i < rows; i++) {
      inputs[i][0] = i;
    }
    return inputs;
  }

  private static List<Float> numbers(FloatRows rows) {
    return Arrays.stream(rows.inputs()).map(row -> row[0]).toList();
  }
}
