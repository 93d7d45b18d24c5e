package io.github.gradsmith.sample.spark;

import static io.github.gradsmith.Activation.SOFTMAX;
import static io.github.gradsmith.Activation.TANH;
import static io.github.gradsmith.Loss.CROSS_ENTROPY;

import io.github.gradsmith.Adam;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.Network;
import java.util.Collection;

/** Says how a pump is. */
@Network(
    layers = {6, 12, 3},
    activation = {TANH, SOFTMAX},
    loss = CROSS_ENTROPY)
@Adam
public interface PumpNet extends FloatNetwork {
  /** How a pump is, most probably. */
  Pump.State state(Pump pump);

  /** The probabilities of the states. */
  float[] probabilities(Pump pump);

  /** Learns means and deviations. */
  void adapt(Collection<Pump.Visit> visits);

  /** Rows for training. */
  FloatRows rows(Collection<Pump.Visit> visits);
}
