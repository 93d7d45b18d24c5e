package io.github.gradsmith.processor.model;

/** The four interfaces of which a network interface extends one or more. */
public enum NetworkInterface {
  FLOAT_PREDICTOR("FloatPredictor", Precision.FLOAT, false),
  FLOAT_NETWORK("FloatNetwork", Precision.FLOAT, true),
  DOUBLE_PREDICTOR("DoublePredictor", Precision.DOUBLE, false),
  DOUBLE_NETWORK("DoubleNetwork", Precision.DOUBLE, true);

  private final String simpleName;
  private final Precision precision;
  private final boolean trains;

  NetworkInterface(String simpleName, Precision precision, boolean trains) {
    this.simpleName = simpleName;
    this.precision = precision;
    this.trains = trains;
  }

  /** Its name without the package. */
  public String simpleName() {
    return simpleName;
  }

  /** Its name with the package. */
  public String qualifiedName() {
    return "io.github.gradsmith." + simpleName;
  }

  /** The type it computes in. */
  public Precision precision() {
    return precision;
  }

  /** Whether it trains, or predicts only. */
  public boolean trains() {
    return trains;
  }
}
