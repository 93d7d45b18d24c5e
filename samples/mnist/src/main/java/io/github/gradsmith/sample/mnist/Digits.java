package io.github.gradsmith.sample.mnist;

import io.github.gradsmith.FloatRows;

/**
 * Images with their labels.
 *
 * @param images a row of 784 pixels from 0 (paper) to 1 (ink) for each image
 * @param labels the digit each image shows
 */
record Digits(float[][] images, int[] labels) {
  static final int SIDE = 28;
  static final int PIXELS = SIDE * SIDE;
  static final int CLASSES = 10;

  /** The 60,000 images to learn from. */
  static Digits training(DataSource source) throws UnusableFileException {
    return read(source, "train");
  }

  /** The 10,000 images to be judged by. */
  static Digits test(DataSource source) throws UnusableFileException {
    return read(source, "t10k");
  }

  private static Digits read(DataSource source, String set) throws UnusableFileException {
    String labelFile = set + "-labels-idx1-ubyte.gz";
    float[][] images = IdxFile.images(source, set + "-images-idx3-ubyte.gz");
    int[] labels = IdxFile.labels(source, labelFile);
    if (labels.length != images.length) {
      throw new UnusableFileException(
          source.describe(labelFile), labels.length + " labels for " + images.length + " images");
    }
    return new Digits(images, labels);
  }

  /** The images with their labels as targets: 1 for the digit, 0 for all others. */
  FloatRows rows() {
    return FloatRows.ofClasses(images, labels, CLASSES);
  }

  int size() {
    return labels.length;
  }
}
