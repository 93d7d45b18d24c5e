package io.github.gradsmith.processor.random;

/**
 * A layer that some network must have.
 *
 * @param inputs its inputs
 * @param outputs its outputs
 * @param position where it stands
 * @param batch the size of a mini-batch that must be tried on it
 */
record Wanted(int inputs, int outputs, Position position, int batch) {
  /** Where a layer stands among those after the input. */
  enum Position {
    ONLY,
    FIRST,
    MIDDLE,
    LAST
  }
}
