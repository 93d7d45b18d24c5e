package io.github.gradsmith.training.internal.outcome;

import io.github.gradsmith.training.internal.metric.ClassCounts;
import io.github.gradsmith.training.internal.metric.Classes;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows by the class they are of and the class they are said to be of.
 *
 * @param counts of weights
 * @param labels the class of each row
 * @param roc the curve of each class
 */
public record Classification(ClassCounts counts, int[] labels, List<RocCurve> roc) {
  public static Classification of(Outcomes rows) {
    int classes = Classes.count(rows.width());
    ClassCounts counts = new ClassCounts(classes);
    int[] labels = new int[rows.rows()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = Classes.of(rows.targets()[i]);
      counts.add(labels[i], Classes.of(rows.outputs()[i]), rows.weights()[i]);
    }
    List<RocCurve> curves = new ArrayList<>();
    if (rows.width() == 1) {
      curves.add(RocCurve.of(rows, 0, 1, labels));
    } else {
      for (int k = 0; k < classes; k++) {
        curves.add(RocCurve.of(rows, k, k, labels));
      }
    }
    return new Classification(counts, labels, curves);
  }

  public int classes() {
    return counts.classes();
  }

  /** The weight of all rows. */
  public double total() {
    double total = 0;
    for (int c = 0; c < classes(); c++) {
      total += counts.actual(c);
    }
    return total;
  }

  /** The weight of the rows that are right. */
  public double right() {
    double right = 0;
    for (int c = 0; c < classes(); c++) {
      right += counts.count(c, c);
    }
    return right;
  }

  /** The weight of the rows that are of a class or are said to be, and not both. */
  public double confused(int c) {
    double confused = -2 * counts.count(c, c);
    for (int other = 0; other < classes(); other++) {
      confused += counts.count(c, other) + counts.count(other, c);
    }
    return confused;
  }

  /** The area below a class's curve; with one output both classes have the same. */
  public double area(int c) {
    return roc.get(roc.size() == 1 ? 0 : c).area();
  }
}
