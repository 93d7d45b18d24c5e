package io.github.gradsmith.sample.online;

import static io.github.gradsmith.Activation.IDENTITY;
import static io.github.gradsmith.Activation.TANH;

import io.github.gradsmith.Adam;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Network;

/** The next reading from the last eight. */
@Network(
    layers = {8, 12, 1},
    activation = {TANH, IDENTITY})
@Adam
public interface ForecastNet extends FloatNetwork {
  /** A network with new weights; the same seed gives the same ones. */
  static ForecastNet create(long seed) {
    return new ForecastNetImpl(seed);
  }
}
