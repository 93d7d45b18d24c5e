package io.github.gradsmith.sample.lecture;

import java.io.PrintStream;
import java.util.Locale;

/** Prints W(2), b(2), W(3), b(3) with a row for each input, as the lecture does. */
final class MatrixTable {
  private static final String GAP = " ".repeat(5);

  private final PrintStream out;

  MatrixTable(PrintStream out) {
    this.out = out;
  }

  /** The parameters alone. */
  void parameters(LectureOrder p) {
    println("  Rows are inputs, columns neurons: the transpose of the code's [out][in].");
    for (int layer = 2; layer <= 3; layer++) {
      for (int i = 1; i <= 2; i++) {
        println("  " + label("W", layer, i) + weights(p, layer, i));
      }
      println("  " + label("b", layer, 1) + biases(p, layer));
    }
  }

  /** Old value, derivative and new value side by side. */
  void step(LectureOrder old, LectureOrder gradient, LectureOrder next) {
    println("        " + centred("old") + GAP + centred("∂E/∂") + GAP + centred("new"));
    for (int layer = 2; layer <= 3; layer++) {
      for (int i = 1; i <= 2; i++) {
        String derivative = GAP + weights(gradient, layer, i) + GAP;
        String before = weights(old, layer, i);
        println("  " + label("W", layer, i) + before + derivative + weights(next, layer, i));
      }
      String derivative = GAP + biases(gradient, layer) + GAP;
      println("  " + label("b", layer, 1) + biases(old, layer) + derivative + biases(next, layer));
    }
  }

  private static String label(String letter, int layer, int row) {
    return row == 1 ? letter + "(" + layer + ")  " : " ".repeat(6);
  }

  private static String weights(LectureOrder p, int layer, int i) {
    return pair(p.w(layer, i, 1), p.w(layer, i, 2));
  }

  private static String biases(LectureOrder p, int layer) {
    return pair(p.b(layer, 1), p.b(layer, 2));
  }

  private static String pair(double first, double second) {
    return String.format(Locale.ROOT, "%10.7f  %10.7f", first, second);
  }

  private static String centred(String text) {
    int width = pair(0, 0).length();
    int before = (width - text.length()) / 2;
    return " ".repeat(before) + text + " ".repeat(width - before - text.length());
  }

  private void println(String text) {
    out.print(text.stripTrailing() + "\n");
  }
}
