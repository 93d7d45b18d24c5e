package io.github.gradsmith.processor.check;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Random formulas as a user may write them, with numbers from 10⁻³⁰⁰ to 10³⁰⁰. */
record FormulasOfAllSizes(Random random) {
  private static final List<String> ORDINARY = List.of("1", "2", "0.5", "3", "0.1", "1.702", "4");

  /** An activation in {@code z}. */
  String activation() {
    String formula = of("z", 1 + random.nextInt(3));
    return formula.contains("z") ? formula : formula + " + z";
  }

  /** One output's term of a loss. */
  String loss() {
    String d = "(a - t)";
    return switch (random.nextInt(11)) {
      case 0 -> d + "^2/(abs" + d + " + " + number() + ")";
      case 1 -> "sqrt(" + d + "^2 + " + number() + ")";
      case 2 -> "log(cosh(" + number() + "*" + d + "))";
      case 3, 4 -> crossEntropy(number(), "a");
      case 5 -> crossEntropy(number(), "max(a, " + number() + ")");
      case 6 -> "log(1 + " + number() + "*" + d + "^2)";
      case 7 -> number() + "*abs" + d + "^3 + " + number() + "*" + d + "^2";
      case 8 ->
          "where(abs" + d + " > " + number() + ", abs" + d + ", " + number() + "*" + d + "^2)";
      case 9 -> d + "^2*" + number() + "/(" + number() + " + t^2)";
      default -> d + "*(" + of("a", 2) + " - t)";
    };
  }

  private static String crossEntropy(String epsilon, String a) {
    return "-(t*log(" + a + " + " + epsilon + ") + (1 - t)*log(1 - a + " + epsilon + "))";
  }

  private String of(String x, int depth) {
    if (depth == 0) {
      return random.nextInt(4) == 0 ? number() : x;
    }
    String u = of(x, depth - 1);
    return switch (random.nextInt(25)) {
      case 0 -> "(" + u + " + " + of(x, depth - 1) + ")";
      case 1 -> "(" + u + " - " + of(x, depth - 1) + ")";
      case 2 -> "(" + u + "*" + of(x, depth - 1) + ")";
      case 3, 4 -> "(" + number() + "*" + u + ")";
      case 5 -> "(" + u + " + " + number() + ")";
      case 6 -> "(" + u + "/(abs(" + u + ") + " + number() + "))";
      case 7 -> "(" + u + "/(" + number() + " + (" + u + ")^2))";
      case 8 -> "(1/(abs(" + u + ") + " + number() + "))";
      case 9 -> "(" + u + "/(1 + (" + u + ")^2/" + number() + "))";
      case 10 -> "(" + u + ")^" + (2 + random.nextInt(3));
      case 11 -> "log(abs(" + u + ") + " + number() + ")";
      case 12 -> "sqrt((" + u + ")^2 + " + number() + ")";
      case 13 -> "(" + u + ")/sqrt((" + u + ")^2 + " + number() + ")";
      case 14 -> "tanh(" + u + ")";
      case 15 -> "sigmoid(" + number() + "*" + u + ")";
      case 16 -> "softplus(" + u + ")";
      case 17 -> "(" + u + "/(1 + exp(-(" + u + "))))";
      case 18 -> "(1/(1 + " + number() + "*exp(-(" + u + "))))";
      case 19 -> "exp(-(" + u + ")^2/" + number() + ")";
      case 20 -> (random.nextBoolean() ? "max(" : "min(") + u + ", " + signed() + ")";
      case 21 -> "where(" + u + " > " + signed() + ", " + u + ", " + number() + "*" + u + ")";
      case 22 -> "log(1 + " + number() + "*exp(" + u + "))";
      case 23 -> "log1p(" + number() + "*abs(" + u + "))";
      default -> List.of("atan(", "erf(", "sin(", "expm1(").get(random.nextInt(4)) + u + ")";
    };
  }

  private String signed() {
    return (random.nextBoolean() ? "-" : "") + number();
  }

  private String number() {
    int kind = random.nextInt(10);
    if (kind < 3) {
      return ORDINARY.get(random.nextInt(ORDINARY.size()));
    }
    int most = kind < 6 ? 10 : kind < 9 ? 38 : 300;
    String digits =
        random.nextBoolean()
            ? "1"
            : String.format(Locale.ROOT, "%.3f", 1 + random.nextDouble() * 8);
    int exponent = random.nextInt(most) + 1;
    return digits + "e" + (random.nextInt(3) > 0 ? -exponent : exponent);
  }
}
