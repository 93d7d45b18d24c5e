package io.github.gradsmith.sample.lecture;

import static io.github.gradsmith.Activation.SIGMOID;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.Network;

/** The lecture's digits network, in {@code double} so that differences can be trusted. */
@Network(
    layers = {784, 30, 10},
    activation = SIGMOID)
public interface DigitsNet extends DoubleNetwork {
  /** A network whose initial weights follow from {@code seed} alone. */
  static DigitsNet create(long seed) {
    return new DigitsNetImpl(seed);
  }
}
