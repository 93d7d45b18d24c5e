package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.training.Average;
import io.github.gradsmith.training.Goal;
import io.github.gradsmith.training.Metric;
import java.util.Locale;
import java.util.Objects;

/**
 * A score of one class, or of all.
 *
 * @param ofClass the class, if there is no average
 * @param average how all classes become one number; null for one class
 */
public record ClassMetric(ClassScore score, int ofClass, Average average) implements Metric {
  /** The score of a class. */
  public static Metric of(ClassScore score, int ofClass) {
    if (ofClass < 0) {
      throw new IllegalArgumentException("ofClass is " + ofClass + ", expected at least 0");
    }
    return new ClassMetric(score, ofClass, null);
  }

  /** The score of all classes. */
  public static Metric of(ClassScore score, Average average) {
    return new ClassMetric(score, 0, Objects.requireNonNull(average, "average is null"));
  }

  @Override
  public String name() {
    return average == null
        ? score + " of " + ofClass
        : average.name().toLowerCase(Locale.ROOT) + " " + score;
  }

  @Override
  public Goal goal() {
    return Goal.MAXIMIZE;
  }

  @Override
  public Evaluator evaluator(int outputs, int rows) {
    ClassCounts counts = new ClassCounts(Classes.count(outputs));
    if (ofClass >= counts.classes()) {
      throw new IllegalArgumentException(
          name() + " needs a class below " + counts.classes() + ", as many as there are");
    }
    return new Evaluator() {
      @Override
      public void reset() {
        counts.reset();
      }

      @Override
      public void add(double[] output, double[] target, double weight) {
        counts.add(Classes.of(target), Classes.of(output), weight);
      }

      @Override
      public double value() {
        return average == null ? counts.score(score, ofClass) : counts.score(score, average);
      }
    };
  }

  @Override
  public String format(double value) {
    return Classes.percent(value);
  }
}
