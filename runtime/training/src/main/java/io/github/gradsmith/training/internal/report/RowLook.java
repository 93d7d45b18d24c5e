package io.github.gradsmith.training.internal.report;

import java.util.function.IntFunction;

/**
 * How rows are shown.
 *
 * @param width of images, in pixels; 0 if rows are none
 * @param height likewise
 * @param texts what is said of each row; null for its first numbers
 */
record RowLook(int width, int height, IntFunction<String> texts) {
  boolean isImage() {
    return width > 0;
  }
}
