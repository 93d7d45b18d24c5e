package io.github.gradsmith.training.internal.fold;

import io.github.gradsmith.internal.math.DoubleMath;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * One parameter of a search.
 *
 * @param name what it is called
 * @param choices its values; none for a range
 * @param ofUniform a value from a number of [0, 1)
 */
public record Axis(String name, double[] choices, DoubleUnaryOperator ofUniform) {
  private static final double[] RANGE = {};

  /** A range. */
  public static Axis uniform(String name, double least, double most) {
    requireRange(name, least, most);
    return new Axis(name, RANGE, u -> least + u * (most - least));
  }

  /** A range of positive numbers. */
  public static Axis logUniform(String name, double least, double most) {
    requireRange(name, least, most);
    if (least <= 0) {
      throw new IllegalArgumentException(name + " begins at " + least + ", expected above 0");
    }
    double ratio = DoubleMath.log(most / least);
    return new Axis(name, RANGE, u -> Math.min(most, least * DoubleMath.exp(u * ratio)));
  }

  /** Some values. */
  public static Axis choice(String name, double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(name + " has no value to choose, expected at least one");
    }
    double[] choices = values.clone();
    return new Axis(name, choices, u -> choices[(int) (u * choices.length)]);
  }

  /** These parameters with this one behind them. */
  public List<Axis> behind(List<Axis> axes) {
    if (axes.stream().anyMatch(other -> other.name().equals(name))) {
      throw new IllegalArgumentException("the parameter " + name + " is there already");
    }
    List<Axis> all = new ArrayList<>(axes);
    all.add(this);
    return List.copyOf(all);
  }

  private static void requireRange(String name, double least, double most) {
    if (!(least < most && Double.isFinite(least) && Double.isFinite(most))) {
      throw new IllegalArgumentException(
          name + " goes from " + least + " to " + most + ", expected finite numbers that rise");
    }
  }
}
