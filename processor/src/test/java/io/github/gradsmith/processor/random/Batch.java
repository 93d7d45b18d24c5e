package io.github.gradsmith.processor.random;

/**
 * Rows of a mini-batch.
 *
 * @param from the first row
 * @param size how many rows
 */
record Batch(int from, int size) {
  int to() {
    return from + size;
  }
}
