package io.github.gradsmith.processor.formula.expr;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Seeded random points at which formulas are tried. */
public final class Points {
  private static final long SEED = 20_240_607L;
  private static final double LARGEST = 50;

  private final Random random = new Random(SEED);

  private Points() {}

  /** An endless stream of points, the same each time. */
  public static Stream<Map<String, Double>> of(Set<String> variables) {
    Points points = new Points();
    return Stream.generate(() -> points.next(variables));
  }

  private Map<String, Double> next(Set<String> variables) {
    Map<String, Double> point = new HashMap<>();
    for (String name : variables) {
      point.put(name, value(name));
    }
    return point;
  }

  /** z from all of −50 … 50; a also between 0 and 1, where some losses are; t a target. */
  private double value(String name) {
    return switch (name) {
      case "z" -> wide();
      case "a" -> random.nextBoolean() ? wide() : random.nextDouble();
      case "t" -> random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
      default -> Math.exp(wide() / 5);
    };
  }

  /** Evenly over the whole range, over its middle tenth, and over the magnitudes down to 1e−6. */
  private double wide() {
    return switch (random.nextInt(4)) {
      case 0, 1 -> random.nextDouble(-LARGEST, LARGEST);
      case 2 -> random.nextDouble(-LARGEST, LARGEST) / 10;
      default -> (random.nextBoolean() ? 1 : -1) * Math.exp(random.nextDouble(-14, 4) - 0.1);
    };
  }

  /** The very same point. */
  public static Map<String, BigDecimal> exact(Map<String, Double> point) {
    return point.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new BigDecimal(entry.getValue())));
  }

  /** The nearest point in floats. */
  public static Map<String, Double> rounded(Map<String, Double> point) {
    return point.entrySet().stream()
        .collect(
            Collectors.toMap(Map.Entry::getKey, entry -> (double) entry.getValue().floatValue()));
  }
}
