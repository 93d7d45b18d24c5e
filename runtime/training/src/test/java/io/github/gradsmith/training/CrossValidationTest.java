package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.internal.math.SeededRandom;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Line 13. */
class CrossValidationTest {
  private static final FloatRows ROWS = Nets.rows(47, 1);
  private static final Fit FIT = Fit.epochs(3).batchSize(8).learningRate(0.1);
  private static final Metric LOSS = Metrics.logLoss();

  /** A network of numbers that tells what it was given. */
  private static final class Sampled {
    final List<Set<Integer>> adapted = Collections.synchronizedList(new ArrayList<>());
    final List<Set<Integer>> judged = Collections.synchronizedList(new ArrayList<>());

    void adapt(FloatNetwork network, Collection<Integer> samples) {
      adapted.add(new HashSet<>(samples));
    }

    FloatRows rows(FloatNetwork network, Collection<Integer> samples) {
      judged.add(new HashSet<>(samples));
      return ROWS.select(samples.stream().mapToInt(i -> i).toArray());
    }
  }

  private static final List<Integer> SAMPLES = IntStream.range(0, 47).boxed().toList();

  @Test
  void eachSampleIsJudgedOnceAndFoldsDifferByOne() {
    Sampled sampled = new Sampled();
    CrossValidation.kFold(5).run(Nets::plain, SAMPLES, sampled::adapt, sampled::rows, FIT, LOSS);
    List<Integer> all = new ArrayList<>();
    for (int f = 0; f < 5; f++) {
      Set<Integer> training = sampled.judged.get(2 * f);
      Set<Integer> validation = sampled.judged.get(2 * f + 1);
      assertThat(validation.size()).isBetween(9, 10);
      assertThat(training).hasSize(47 - validation.size()).doesNotContainAnyElementsOf(validation);
      all.addAll(validation);
    }
    assertThat(all).containsExactlyInAnyOrderElementsOf(SAMPLES);
  }

  /** Nothing of a fold is known to the statistics of the network that it judges. */
  @Test
  void statisticsAreLearntAnewFromEachTrainingPart() {
    Sampled sampled = new Sampled();
    CrossValidation.kFold(5).run(Nets::plain, SAMPLES, sampled::adapt, sampled::rows, FIT, LOSS);
    assertThat(sampled.adapted).hasSize(5);
    for (int f = 0; f < 5; f++) {
      assertThat(sampled.adapted.get(f)).isEqualTo(sampled.judged.get(2 * f));
    }
  }

  @Test
  void classesAreDealtInTurn() {
    Sampled sampled = new Sampled();
    CrossValidation.kFold(4)
        .stratified()
        .run(Nets::plain, SAMPLES, sampled::adapt, sampled::rows, FIT, LOSS);
    Map<Integer, int[]> counts = new HashMap<>();
    for (int f = 0; f < 4; f++) {
      int fold = f;
      for (int sample : sampled.judged.get(1 + 2 * f + 1)) { // the first are for the classes
        counts.computeIfAbsent(ROWS.label(sample), c -> new int[4])[fold]++;
      }
    }
    assertThat(counts.keySet()).containsExactlyInAnyOrder(0, 1, 2);
    counts
        .values()
        .forEach(
            ofClass ->
                assertThat(
                        Arrays.stream(ofClass).max().getAsInt()
                            - Arrays.stream(ofClass).min().getAsInt())
                    .isLessThanOrEqualTo(1));
  }

  @Test
  void aGroupIsNeverCut() {
    Sampled sampled = new Sampled();
    List<String> groups = SAMPLES.stream().map(i -> "person " + i % 11).toList();
    CrossValidation.kFold(4)
        .grouped(groups)
        .run(Nets::plain, SAMPLES, sampled::adapt, sampled::rows, FIT, LOSS);
    for (int f = 0; f < 4; f++) {
      Set<String> training = new HashSet<>();
      sampled.judged.get(2 * f).forEach(i -> training.add(groups.get(i)));
      sampled
          .judged
          .get(2 * f + 1)
          .forEach(i -> assertThat(training).doesNotContain(groups.get(i)));
      assertThat(sampled.judged.get(2 * f + 1)).isNotEmpty();
    }
  }

  /** A loop by hand over the folds that the first test found. */
  @Test
  void eachFoldTrainsANetworkWithASeedOfItsOwn() {
    Sampled sampled = new Sampled();
    CrossValidation cv = CrossValidation.kFold(3).seed(9);
    Scores scores = cv.run(Nets::plain, SAMPLES, sampled::adapt, sampled::rows, FIT, LOSS);
    double[] expected = new double[3];
    for (int f = 0; f < 3; f++) {
      FloatNetwork network = Nets.plain(SeededRandom.derived(9, f));
      FIT.run(network, ROWS.select(sorted(sampled.judged.get(2 * f))));
      expected[f] = LOSS.of(network, ROWS.select(sorted(sampled.judged.get(2 * f + 1))));
    }
    assertThat(scores.values()).isEqualTo(expected);
    double mean = Arrays.stream(expected).average().orElseThrow();
    assertThat(scores.mean()).isCloseTo(mean, within(1e-15));
    double variance = Arrays.stream(expected).map(v -> (v - mean) * (v - mean)).sum() / 3;
    assertThat(scores.deviation()).isCloseTo(Math.sqrt(variance), within(1e-15));
    assertThat(cv.run(Nets::plain, ROWS, FIT, LOSS).values()).isEqualTo(expected);
  }

  private static int[] sorted(Set<Integer> numbers) {
    return numbers.stream().mapToInt(i -> i).sorted().toArray();
  }

  @Test
  void resultsDoNotDependOnThreads() {
    Fit fit =
        FIT.metrics(LOSS).earlyStopping(EarlyStopping.on(Monitor.validation(LOSS)).patience(1));
    CrossValidation cv = CrossValidation.kFold(5).stratified().seed(4);
    double[] one = cv.run(Nets::adam, ROWS, fit, LOSS).values();
    assertThat(cv.threads(3).run(Nets::adam, ROWS, fit, LOSS).values()).isEqualTo(one);
    double[] doubles = cv.run(Nets.DOUBLES.get("Adam"), Nets.doubles(ROWS), fit, LOSS).values();
    for (int f = 0; f < 5; f++) {
      assertThat(doubles[f]).isCloseTo(one[f], within(1e-3));
    }
  }

  @Test
  void whatTheFirstFoldThrowsIsThrown() {
    CrossValidation cv = CrossValidation.kFold(3).threads(2);
    assertThatThrownBy(
            () ->
                cv.run(
                    seed -> {
                      throw new IllegalStateException(
                          seed == SeededRandom.derived(0, 0) ? "first" : "another");
                    },
                    ROWS,
                    FIT,
                    LOSS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("first");
  }

  @Test
  void wrongFoldsAreRefused() {
    refused(() -> CrossValidation.kFold(1), "k is 1, expected at least 2 folds");
    refused(
        () -> CrossValidation.kFold(48).run(Nets::plain, ROWS, FIT, LOSS),
        "there are 47 samples, but 48 folds need as many or more");
    refused(
        () -> CrossValidation.kFold(3).grouped(List.of(1)).run(Nets::plain, ROWS, FIT, LOSS),
        "there are 1 groups, expected one for each of 47 samples");
    refused(
        () ->
            CrossValidation.kFold(3)
                .grouped(Collections.nCopies(47, "all"))
                .run(Nets::plain, ROWS, FIT, LOSS),
        "there are 1 groups, but 3 folds need as many or more");
    refused(
        () ->
            CrossValidation.kFold(3).run(Nets::plain, ROWS, FIT.checkpoint(Path.of("x"), 1), LOSS),
        "the fit writes a checkpoint, but all folds would write that one file: leave it out");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessage(message);
  }
}
