package io.github.gradsmith.processor.validate.graph;

import io.github.gradsmith.processor.model.Hyperparameter;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerChoice.Type;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.FiniteNumbers;
import java.util.Optional;

/** Which numbers the attributes of layers can have, whatever the layers read. */
public final class NumberRange {
  /** Every whole number up to it is a float. */
  private static final int MOST_CATEGORIES = 1 << 24;

  private NumberRange() {}

  /** Whether all numbers of an annotation are in range; an input has at least one. */
  static boolean holds(LayerAnnotation layer, ResolvedNetwork network) {
    return (!layer.isInput() || !layer.numbers().isEmpty())
        && layer.numbers().stream().allMatch(number -> miss(layer, number, network).isEmpty());
  }

  /** What a number must be, if it is not. */
  public static Optional<String> miss(
      LayerAnnotation layer, Hyperparameter number, ResolvedNetwork network) {
    boolean floats = FiniteNumbers.areFloats(network);
    double value = number.value();
    return switch (number.name()) {
      case "axis" -> unless(value >= -1, "0 or above, or -1 for the last");
      case "begin" -> unless(value >= 0, "0 or above");
      case "end" -> end(layer, value);
      case "epsilon" -> epsilon(value, floats);
      case "categories" -> categories(value, floats);
      default ->
          layer.type().filter(Type.DROPOUT::equals).isPresent()
              ? rate(value, floats)
              : unless(value >= 1, "at least 1");
    };
  }

  private static Optional<String> end(LayerAnnotation layer, double end) {
    double begin = layer.number("begin").value();
    return unless(begin < 0 || end > begin, "above begin, which is " + (int) begin);
  }

  private static Optional<String> categories(double value, boolean floats) {
    return unless(value >= 1, "at least 1")
        .or(
            () ->
                unless(
                    !floats || value <= MOST_CATEGORIES,
                    "at most 16777216, up to which a float holds every index; extend DoubleNetwork"
                        + " for more"));
  }

  private static Optional<String> rate(double value, boolean floats) {
    return unless(value >= 0 && value < 1, "at least 0 and below 1")
        .or(() -> unless(!floats || (float) value < 1, "below 1 also as a float, which it is not"));
  }

  private static Optional<String> epsilon(double value, boolean floats) {
    return unless(value > 0 && Double.isFinite(value), "finite and above 0")
        .or(
            () ->
                unless(
                    !floats || (float) value > 0 && Float.isFinite((float) value),
                    "a number that a float can hold, as which it becomes " + (float) value));
  }

  private static Optional<String> unless(boolean holds, String expected) {
    return holds ? Optional.empty() : Optional.of(expected);
  }
}
