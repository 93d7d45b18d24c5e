package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.fold.Axis;
import io.github.gradsmith.training.internal.fold.Points;
import io.github.gradsmith.training.internal.fold.Trials;
import io.github.gradsmith.training.internal.loop.Settings;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Tries parameters out: points drawn at random, or all points of a grid. A value: each method
 * returns another one.
 *
 * <pre>{@code
 * List<Trial> trials = Search.random(40, 1).logUniform("rate", 1e-4, 1).choice("batch", 8, 32, 128)
 *     .run(Goal.MAXIMIZE, p -> accuracyOf(p.number("rate"), p.integer("batch")));
 * }</pre>
 *
 * <p>Point i of a random search depends on the seed and i alone. A grid goes through its points
 * with the last parameter changing fastest.
 */
public final class Search {
  /** 0 for a grid. */
  private final int trials;

  private final long seed;
  private final List<Axis> axes;

  private Search(int trials, long seed, List<Axis> axes) {
    this.trials = trials;
    this.seed = seed;
    this.axes = axes;
  }

  /**
   * So many points, drawn at random.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public static Search random(int trials, long seed) {
    Settings.requireAtLeastOne(trials, "trials");
    return new Search(trials, seed, List.of());
  }

  /** All points of the choices. */
  public static Search grid() {
    return new Search(0, 0, List.of());
  }

  /**
   * A number between two others, all equally likely; not for a grid.
   *
   * @throws IllegalArgumentException unless least is below most and both are finite
   */
  public Search uniform(String name, double least, double most) {
    return drawn(Axis.uniform(name, least, most));
  }

  /**
   * A number between two positive ones, of which the logarithm is uniform; not for a grid.
   *
   * @throws IllegalArgumentException unless 0 &lt; least &lt; most and both are finite
   */
  public Search logUniform(String name, double least, double most) {
    return drawn(Axis.logUniform(name, least, most));
  }

  /**
   * One of some numbers.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Search choice(String name, double... values) {
    return with(Axis.choice(name, values));
  }

  private Search drawn(Axis axis) {
    if (trials == 0) {
      throw new IllegalArgumentException(
          axis.name() + " is a range, of which a grid cannot take all: use choice");
    }
    return with(axis);
  }

  private Search with(Axis axis) {
    return new Search(trials, seed, axis.behind(axes));
  }

  /**
   * Runs all trials, one after another. One that throws an exception is noted, and the others go
   * on.
   *
   * @param goal what is better
   * @param trial a number of a point
   * @return all trials, the best one first; equal ones by their numbers, NaN last
   * @throws IllegalArgumentException if there is no parameter
   */
  public List<Trial> run(Goal goal, ToDoubleFunction<Trial.Point> trial) {
    if (axes.isEmpty()) {
      throw new IllegalArgumentException("there is no parameter: call choice or logUniform");
    }
    return trials == 0
        ? Trials.run(Points.gridSize(axes), i -> Points.ofGrid(axes, i), goal, trial)
        : Trials.run(trials, i -> Points.random(axes, seed, i), goal, trial);
  }
}
