package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.metric.Accuracy;
import io.github.gradsmith.training.internal.metric.ClassMetric;
import io.github.gradsmith.training.internal.metric.ClassScore;
import io.github.gradsmith.training.internal.metric.LogLoss;
import io.github.gradsmith.training.internal.metric.MeanError;
import io.github.gradsmith.training.internal.metric.RSquared;
import io.github.gradsmith.training.internal.metric.RocAuc;
import io.github.gradsmith.training.internal.metric.TopK;

/**
 * The metrics. All are weighted by the rows' weights, and equal those of scikit-learn 1.2.1 where
 * that has them.
 *
 * <p>Metrics of classes take the class with the largest output, the lowest one on a tie; with one
 * output the classes are 0 and 1, and an output of at least ½ is 1. A row with NaN among its
 * outputs is of no class, and so is always wrong. Classes without rows count, too: a number 0 / 0
 * is 0.
 */
public final class Metrics {
  private Metrics() {}

  /** The share of rows whose class is right. */
  public static Metric accuracy() {
    return new Accuracy();
  }

  /**
   * The share of rows whose class is among the k largest outputs. Of equal outputs those of lower
   * classes count as larger.
   *
   * @throws IllegalArgumentException if k is less than 1
   */
  public static Metric topK(int k) {
    return new TopK(k);
  }

  /** Of the rows that are said to be of a class, the share that are: TP / (TP + FP). */
  public static Metric precision(int ofClass) {
    return ClassMetric.of(ClassScore.PRECISION, ofClass);
  }

  /** The precisions of all classes as one number. */
  public static Metric precision(Average average) {
    return ClassMetric.of(ClassScore.PRECISION, average);
  }

  /** Of the rows of a class, the share that are said to be: TP / (TP + FN). */
  public static Metric recall(int ofClass) {
    return ClassMetric.of(ClassScore.RECALL, ofClass);
  }

  /** The recalls of all classes as one number. */
  public static Metric recall(Average average) {
    return ClassMetric.of(ClassScore.RECALL, average);
  }

  /** The harmonic mean of a class's precision and recall: 2 TP / (2 TP + FP + FN). */
  public static Metric f1(int ofClass) {
    return ClassMetric.of(ClassScore.F1, ofClass);
  }

  /** The F1 of all classes as one number. */
  public static Metric f1(Average average) {
    return ClassMetric.of(ClassScore.F1, average);
  }

  /**
   * The area under the ROC curve: the probability that a row of the class has a larger output than
   * one of another class, ties counting ½ (Mann and Whitney). With several outputs the mean over
   * all classes, each against the rest. NaN if a class has no rows, or all, or an output is NaN.
   */
  public static Metric rocAuc() {
    return new RocAuc();
  }

  /**
   * The cross entropy −Σ t log a, of probabilities that are kept from 2⁻⁵² to 1 − 2⁻⁵² and then
   * divided by their sum, as scikit-learn 1.2.1 does with doubles. With one output a, those of the
   * two classes are 1 − a and a.
   */
  public static Metric logLoss() {
    return new LogLoss();
  }

  /** The mean of |t − a|, in the targets' own units; of several outputs the mean of theirs. */
  public static Metric meanAbsoluteError() {
    return new MeanError(false);
  }

  /**
   * The root of the mean of (t − a)², in the targets' own units; of several outputs the mean of
   * their roots.
   */
  public static Metric rootMeanSquaredError() {
    return new MeanError(true);
  }

  /**
   * The coefficient of determination R² = 1 − Σ (t − a)² / Σ (t − mean)²; of several outputs the
   * mean of theirs. If all targets are alike it is 1 if all outputs are right and 0 otherwise.
   */
  public static Metric rSquared() {
    return new RSquared();
  }
}
