package io.github.gradsmith.training.internal.fold;

import io.github.gradsmith.TrainingRows;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How samples come into folds.
 *
 * @param folds their number
 * @param stratified whether each class has its share in each
 * @param groups the group of each sample; none if there are none
 * @param seed what decides the order
 * @param threads how many folds are worked on at the same time
 */
public record FoldPlan(int folds, boolean stratified, List<?> groups, long seed, int threads) {
  /**
   * The fold of each sample.
   *
   * @param rows where their classes are found, asked for these alone
   * @throws IllegalArgumentException if there are too few samples or groups
   */
  public int[] assign(int samples, Supplier<? extends TrainingRows<?>> rows) {
    if (stratified) {
      return Folds.stratified(labels(rows.get()), folds, seed);
    }
    if (groups.isEmpty()) {
      return Folds.random(samples, folds, seed);
    }
    if (groups.size() != samples) {
      throw new IllegalArgumentException(
          "there are "
              + groups.size()
              + " groups, expected one for each of "
              + samples
              + " samples");
    }
    return Folds.grouped(groups, folds, seed);
  }

  private static List<Integer> labels(TrainingRows<?> rows) {
    return IntStream.range(0, rows.size()).map(rows::label).boxed().toList();
  }
}
