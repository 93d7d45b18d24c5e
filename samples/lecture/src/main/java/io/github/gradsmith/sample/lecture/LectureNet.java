package io.github.gradsmith.sample.lecture;

import static io.github.gradsmith.Activation.SIGMOID;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.Network;

/** The lecture's network: two inputs, two hidden neurons, two outputs, sigmoid everywhere. */
@Network(
    layers = {2, 2, 2},
    activation = SIGMOID)
public interface LectureNet extends DoubleNetwork {
  /** A network whose initial weights follow from {@code seed} alone. */
  static LectureNet create(long seed) {
    return new LectureNetImpl(seed);
  }
}
