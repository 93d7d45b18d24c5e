package io.github.gradsmith.processor.model.row;

/** What a method of rows does. */
public enum RowForm {
  /** The constant of the largest output. */
  CLASSIFY,
  /** Whether the only output is at least ½. */
  DECIDE,
  /** The only output, decoded. */
  VALUE,
  /** A record of outputs. */
  NAMED,
  /** The outputs as a new array. */
  FORWARD,
  /** The outputs in the caller's array. */
  FORWARD_INTO,
  /** The outputs by constant. */
  PROBABILITIES,
  /** The inputs as a new array. */
  ENCODE,
  /** The inputs in the caller's array. */
  ENCODE_INTO,
  /** Statistics, of rows alone. */
  ADAPT_ROWS,
  /** Statistics, of examples. */
  ADAPT,
  /** Training rows of examples. */
  ROWS,
  /** A training step on an example. */
  STEP
}
