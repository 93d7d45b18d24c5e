package io.github.gradsmith.processor.model;

/** The primitive type in which a network computes. */
public enum Precision {
  FLOAT,
  DOUBLE;

  /** Bytes of one number. */
  public int bytes() {
    return this == FLOAT ? Float.BYTES : Double.BYTES;
  }
}
