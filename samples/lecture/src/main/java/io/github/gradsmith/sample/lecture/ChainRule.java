package io.github.gradsmith.sample.lecture;

import java.util.ArrayList;
import java.util.List;

/**
 * The twelve derivatives by the formulas of the lecture, from z and a alone. Nothing here asks the
 * network for a gradient, so that agreement with it means something.
 */
final class ChainRule {
  private static final String[] SUBSCRIPT = {"", "₁", "₂"};

  private final LectureOrder parameters;
  private final Trace trace;
  private final double[] target;

  ChainRule(LectureOrder parameters, Trace trace, double[] target) {
    this.parameters = parameters;
    this.trace = trace;
    this.target = target;
  }

  /** W(3), b(3), W(2), b(2): the order in which one computes them. */
  List<PartialDerivative> derivatives() {
    List<PartialDerivative> all = new ArrayList<>();
    for (int layer = 3; layer >= 2; layer--) {
      for (int i = 1; i <= 2; i++) {
        for (int j = 1; j <= 2; j++) {
          all.add(layer == 3 ? outputWeight(i, j) : hiddenWeight(i, j));
        }
      }
      for (int j = 1; j <= 2; j++) {
        all.add(layer == 3 ? outputBias(j) : hiddenBias(j));
      }
    }
    return all;
  }

  private PartialDerivative outputWeight(int i, int j) {
    return new PartialDerivative(
        "∂E/∂" + weightName(3, i, j),
        LectureOrder.weight(3, i, j),
        List.of(outputDeltaText(j) + " " + name("a", 2, i)),
        outputDelta(j) * trace.a(2, i));
  }

  private PartialDerivative outputBias(int j) {
    return new PartialDerivative(
        "∂E/∂" + name("b", 3, j),
        LectureOrder.bias(3, j),
        List.of(outputDeltaText(j)),
        outputDelta(j));
  }

  private PartialDerivative hiddenWeight(int i, int j) {
    return new PartialDerivative(
        "∂E/∂" + weightName(2, i, j),
        LectureOrder.weight(2, i, j),
        hiddenDeltaText(j, " x" + SUBSCRIPT[i]),
        hiddenDelta(j) * trace.a(1, i));
  }

  private PartialDerivative hiddenBias(int j) {
    return new PartialDerivative(
        "∂E/∂" + name("b", 2, j), LectureOrder.bias(2, j), hiddenDeltaText(j, ""), hiddenDelta(j));
  }

  /** (aⱼ(3) − tⱼ) aⱼ(3) (1 − aⱼ(3)). */
  private double outputDelta(int j) {
    double a = trace.a(3, j);
    return (a - target[j - 1]) * a * (1 - a);
  }

  /** [ Σₖ (aₖ(3) − tₖ) aₖ(3) (1 − aₖ(3)) wⱼₖ(3) ] aⱼ(2) (1 − aⱼ(2)). */
  private double hiddenDelta(int j) {
    double sum = outputDelta(1) * parameters.w(3, j, 1) + outputDelta(2) * parameters.w(3, j, 2);
    double a = trace.a(2, j);
    return sum * a * (1 - a);
  }

  private static String outputDeltaText(int j) {
    String a = name("a", 3, j);
    return "(" + a + " − t" + SUBSCRIPT[j] + ") " + a + " (1 − " + a + ")";
  }

  private static List<String> hiddenDeltaText(int j, String input) {
    String a = name("a", 2, j);
    String first = "[ " + outputDeltaText(1) + " " + weightName(3, j, 1);
    String second = "+ " + outputDeltaText(2) + " " + weightName(3, j, 2) + " ]";
    return List.of(first, second + " " + a + " (1 − " + a + ")" + input);
  }

  private static String name(String letter, int layer, int i) {
    return letter + SUBSCRIPT[i] + "(" + layer + ")";
  }

  private static String weightName(int layer, int i, int j) {
    return "w" + SUBSCRIPT[i] + SUBSCRIPT[j] + "(" + layer + ")";
  }
}
