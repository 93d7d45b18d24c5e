package io.github.gradsmith.training.internal.outcome;

/**
 * What a network says of all rows, and what is right.
 *
 * @param outputs row by row
 * @param targets likewise
 * @param weights what each row counts
 * @param losses of each row
 * @param haveUnits whether targets are numbers that the network has learnt scaled
 */
public record Outcomes(
    double[][] outputs, double[][] targets, double[] weights, double[] losses, boolean haveUnits) {
  /** Of a network on its rows, of which there is at least one. */
  public static Outcomes of(Subject subject) {
    int rows = subject.rows();
    Outcomes all =
        new Outcomes(
            new double[rows][],
            new double[rows][],
            new double[rows],
            new double[rows],
            subject.hasUnits());
    for (int i = 0; i < rows; i++) {
      all.outputs[i] = subject.output(i);
      all.targets[i] = subject.target(i);
      all.weights[i] = subject.weight(i);
      all.losses[i] = subject.loss(i);
    }
    return all;
  }

  public int rows() {
    return outputs.length;
  }

  /** The values of an output. */
  public int width() {
    return outputs[0].length;
  }

  /** One output of all rows. */
  public double[] outputs(int k) {
    return column(outputs, k);
  }

  /** One target of all rows. */
  public double[] targets(int k) {
    return column(targets, k);
  }

  private static double[] column(double[][] rows, int k) {
    double[] column = new double[rows.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = rows[i][k];
    }
    return column;
  }

  /** Whether all targets are classes: 1 for that of the row, 0 for all others. */
  public boolean areClasses() {
    if (haveUnits) {
      return false;
    }
    for (double[] target : targets) {
      double sum = 0;
      for (double value : target) {
        if (value != 0 && value != 1) {
          return false;
        }
        sum += value;
      }
      if (target.length > 1 && sum != 1) {
        return false;
      }
    }
    return true;
  }
}
