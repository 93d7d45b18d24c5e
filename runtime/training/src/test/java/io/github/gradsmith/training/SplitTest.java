package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.FloatRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitTest {
  @Test
  void eachSampleIsInOnePartAndInOrder() {
    SplittableRandom random = new SplittableRandom(4);
    for (int trial = 0; trial < 300; trial++) {
      int n = random.nextInt(2, 80);
      List<Integer> samples = IntStream.range(0, n).boxed().toList();
      double fraction = random.nextDouble(0.01, 0.99);
      long seed = random.nextLong();
      int classes = random.nextInt(2, 6);
      int expected = Math.max(1, Math.min(n - 1, (int) (n * fraction + 0.5)));
      requireParts(Split.random(samples, fraction, seed), n, expected);
      requireParts(Split.inOrder(samples, fraction), n, expected);
      Split<Integer> stratified = Split.stratified(samples, s -> s % classes, fraction, seed);
      requireParts(stratified, n, expected);
      for (int c = 0; c < classes; c++) {
        int ofClass = c;
        long all = samples.stream().filter(s -> s % classes == ofClass).count();
        long drawn = stratified.validation().stream().filter(s -> s % classes == ofClass).count();
        assertThat((double) drawn).isCloseTo((double) all * expected / n, within(1.0));
      }
      if (n >= classes) {
        Split<Integer> grouped = Split.grouped(samples, s -> s % classes, fraction, seed);
        requireParts(grouped, n, grouped.validation().size());
        Set<Integer> groups = new HashSet<>();
        grouped.training().forEach(s -> groups.add(s % classes));
        grouped.validation().forEach(s -> assertThat(groups).doesNotContain(s % classes));
      }
    }
  }

  private static void requireParts(Split<Integer> split, int all, int validation) {
    assertThat(split.validation()).hasSize(validation).isSorted();
    assertThat(split.training()).hasSize(all - validation).isSorted().isNotEmpty();
    List<Integer> both = new ArrayList<>(split.training());
    both.addAll(split.validation());
    assertThat(both).doesNotHaveDuplicates();
    assertThat(split.validation()).isNotEmpty();
  }

  @Test
  void samplesAreSplitAsRowsAre() {
    FloatRows rows = Nets.rows(30, 1);
    List<float[]> samples = List.of(rows.inputs());
    assertThat(Split.random(samples, 0.3, 7).validation())
        .containsExactly(rows.split(0.3, 7).validation().inputs());
  }

  @Test
  void theLastSamplesOfASeriesAreForValidation() {
    assertThat(Split.inOrder(List.of(1, 2, 3, 4, 5), 0.4).validation()).containsExactly(4, 5);
  }

  @Test
  void theSeedDecides() {
    List<Integer> samples = IntStream.range(0, 50).boxed().toList();
    assertThat(Split.stratified(samples, s -> s % 3, 0.5, 1).validation())
        .isEqualTo(Split.stratified(samples, s -> s % 3, 0.5, 1).validation())
        .isNotEqualTo(Split.stratified(samples, s -> s % 3, 0.5, 2).validation());
  }

  @Test
  void wrongSharesAreRefused() {
    refused(() -> Split.random(List.of(1, 2), 1, 1), "fraction is 1.0, expected a share");
    refused(() -> Split.inOrder(List.of(1), 0.5), "there is 1 row, but two parts need 2");
    refused(
        () -> Split.grouped(List.of(1, 2), s -> "all", 0.5, 1),
        "there is 1 group, but two parts need 2 or more");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith(message);
  }
}
