package io.github.gradsmith.training.internal.fold;

import io.github.gradsmith.training.Goal;
import io.github.gradsmith.training.Trial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;

/** Trials of a search. */
public final class Trials {
  private Trials() {}

  /** Runs trials 0 to {@code count − 1}, and puts the best one first. */
  public static List<Trial> run(
      int count, IntFunction<Trial.Point> points, Goal goal, ToDoubleFunction<Trial.Point> trial) {
    Trial[] all = new Trial[count];
    for (int i = 0; i < count; i++) {
      all[i] = run(i, points.apply(i), trial);
    }
    Arrays.sort(all, order(goal));
    return List.of(all);
  }

  private static Trial run(int index, Trial.Point point, ToDoubleFunction<Trial.Point> trial) {
    try {
      return new Trial(index, point, trial.applyAsDouble(point), Optional.empty());
    } catch (RuntimeException e) {
      return new Trial(index, point, Double.NaN, Optional.of(e));
    }
  }

  private static Comparator<Trial> order(Goal goal) {
    Comparator<Double> numbers =
        goal == Goal.MINIMIZE ? Comparator.naturalOrder() : Comparator.reverseOrder();
    return Comparator.<Trial, Boolean>comparing(trial -> Double.isNaN(trial.score()))
        .thenComparing(trial -> trial.score() + 0.0, numbers) // −0 is 0
        .thenComparing(Trial::index);
  }
}
