package io.github.gradsmith.sample.mnist;

import static io.github.gradsmith.Activation.SIGMOID;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Network;

/** 28 × 28 pixels in, 30 hidden neurons, one output for each digit. */
@Network(
    layers = {784, 30, 10},
    activation = SIGMOID)
public interface DigitNet extends FloatNetwork {
  /** A network whose initial weights follow from {@code seed} alone. */
  static DigitNet create(long seed) {
    return new DigitNetImpl(seed);
  }
}
