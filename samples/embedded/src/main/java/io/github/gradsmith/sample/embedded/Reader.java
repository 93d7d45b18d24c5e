package io.github.gradsmith.sample.embedded;

/** Reads digits on one thread, by one generation of weights, without allocation. */
final class Reader {
  private static final float WHITE = 255;

  private final int generation;
  private final DigitNet network;
  private final float[] input;
  private final float[] outputs;

  Reader(int generation, DigitNet network) {
    this.generation = generation;
    this.network = network;
    input = new float[network.inputSize()];
    outputs = new float[network.outputSize()];
  }

  int generation() {
    return generation;
  }

  /**
   * The network's outputs, one for each digit, valid until the next call.
   *
   * @param pixels 784 grey values, row by row, 0 for the background to 255
   */
  float[] read(byte[] pixels) {
    for (int i = 0; i < input.length; i++) {
      input[i] = (pixels[i] & 0xff) / WHITE;
    }
    network.forward(input, outputs);
    return outputs;
  }

  /** Which output is the largest. */
  static int digit(float[] outputs) {
    int largest = 0;
    for (int i = 1; i < outputs.length; i++) {
      if (outputs[i] > outputs[largest]) {
        largest = i;
      }
    }
    return largest;
  }
}
