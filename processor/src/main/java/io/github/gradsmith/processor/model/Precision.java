package io.github.gradsmith.processor.model;

/** The primitive type in which a network computes. */
public enum Precision {
  FLOAT,
  DOUBLE
}
