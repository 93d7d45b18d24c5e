package io.github.gradsmith.sample.spark;

import static io.github.gradsmith.Activation.IDENTITY;
import static io.github.gradsmith.Activation.TANH;
import static io.github.gradsmith.Loss.MEAN_SQUARED_ERROR;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Network;

/** A small network, one for each customer. */
@Network(
    layers = {16, 16, 1},
    activation = {TANH, IDENTITY},
    loss = MEAN_SQUARED_ERROR)
public interface SpendNet extends FloatNetwork {}
