package io.github.gradsmith.training.internal.metric;

import io.github.gradsmith.training.Goal;
import io.github.gradsmith.training.Metric;

/** The area under the ROC curve by ranks; several outputs one against the rest. */
public record RocAuc() implements Metric {
  @Override
  public String name() {
    return "ROC AUC";
  }

  @Override
  public Goal goal() {
    return Goal.MAXIMIZE;
  }

  @Override
  public Evaluator evaluator(int outputs, int rows) {
    return new Ranks(outputs, rows);
  }

  private static final class Ranks implements Evaluator {
    private final double[][] scores;
    private final int[] labels;
    private final double[] weights;
    private final int[] order;
    private int rows;

    Ranks(int outputs, int rows) {
      scores = new double[outputs][rows];
      labels = new int[rows];
      weights = new double[rows];
      order = new int[rows];
    }

    @Override
    public void reset() {
      rows = 0;
    }

    @Override
    public void add(double[] output, double[] target, double weight) {
      for (int k = 0; k < scores.length; k++) {
        scores[k][rows] = output[k];
      }
      labels[rows] = Classes.of(target);
      weights[rows] = weight;
      rows++;
    }

    @Override
    public double value() {
      if (scores.length == 1) {
        return area(scores[0], 1);
      }
      double sum = 0;
      for (int k = 0; k < scores.length; k++) {
        sum += area(scores[k], k);
      }
      return sum / scores.length;
    }

    /** Σ over pairs of w⁺ w⁻, of equal scores the half, by the sum of all. */
    private double area(double[] score, int ofClass) {
      for (int i = 0; i < rows; i++) {
        if (Double.isNaN(score[i])) {
          return Double.NaN;
        }
        order[i] = i;
      }
      IndexSort.byValue(order, rows, score);
      double above = 0;
      double positive = 0;
      double negative = 0;
      for (int i = 0; i < rows; ) {
        double positiveTies = 0;
        double negativeTies = 0;
        double value = score[order[i]];
        for (; i < rows && score[order[i]] == value; i++) {
          if (labels[order[i]] == ofClass) {
            positiveTies += weights[order[i]];
          } else {
            negativeTies += weights[order[i]];
          }
        }
        above += positiveTies * (negative + negativeTies / 2);
        positive += positiveTies;
        negative += negativeTies;
      }
      return above / (positive * negative);
    }
  }
}
