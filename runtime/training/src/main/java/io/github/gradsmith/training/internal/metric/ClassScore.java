package io.github.gradsmith.training.internal.metric;

/** A number from 0 to 1 that a class has. */
public enum ClassScore {
  PRECISION("precision") {
    @Override
    double of(double right, double predicted, double actual) {
      return ratio(right, predicted);
    }
  },
  RECALL("recall") {
    @Override
    double of(double right, double predicted, double actual) {
      return ratio(right, actual);
    }
  },
  F1("F1") {
    @Override
    double of(double right, double predicted, double actual) {
      return ratio(2 * right, predicted + actual);
    }
  };

  private final String text;

  ClassScore(String text) {
    this.text = text;
  }

  /**
   * The score from weights of rows.
   *
   * @param right those of the class that are said to be
   * @param predicted those that are said to be of the class
   * @param actual those of the class
   */
  abstract double of(double right, double predicted, double actual);

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  @Override
  public String toString() {
    return text;
  }
}
