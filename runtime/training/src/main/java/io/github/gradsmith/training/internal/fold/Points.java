package io.github.gradsmith.training.internal.fold;

import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.training.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Points of a search. */
public final class Points {
  private Points() {}

  /** The point of a number, from a seed and nothing else. */
  public static Trial.Point random(List<Axis> axes, long seed, int index) {
    SeededRandom random = new SeededRandom(SeededRandom.derived(seed, index));
    Map<String, Double> values = new LinkedHashMap<>();
    for (Axis axis : axes) {
      values.put(axis.name(), axis.ofUniform().applyAsDouble(random.nextDouble()));
    }
    return new Values(values);
  }

  /** The points of a grid. */
  public static int gridSize(List<Axis> axes) {
    return axes.stream().mapToInt(axis -> axis.choices().length).reduce(1, Math::multiplyExact);
  }

  /** The point of a number, the last axis changing fastest. */
  public static Trial.Point ofGrid(List<Axis> axes, int index) {
    Map<String, Double> values = new LinkedHashMap<>();
    int rest = index;
    int step = gridSize(axes);
    for (Axis axis : axes) {
      step /= axis.choices().length;
      values.put(axis.name(), axis.choices()[rest / step]);
      rest %= step;
    }
    return new Values(values);
  }

  private record Values(Map<String, Double> values) implements Trial.Point {
    @Override
    public double number(String name) {
      Double value = values.get(name);
      if (value == null) {
        throw new IllegalArgumentException(
            "there is no parameter " + name + ", expected one of " + values.keySet());
      }
      return value;
    }

    @Override
    public int integer(String name) {
      double value = number(name);
      if (value != (int) value) {
        throw new IllegalArgumentException(name + " is " + value + ", expected a whole number");
      }
      return (int) value;
    }

    @Override
    public String toString() {
      return values.toString();
    }
  }
}
