package io.github.gradsmith.sample.mnist;

import static io.github.gradsmith.Activation.SIGMOID;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Network;

/** A network whose weights do not fit {@link DigitNet}. */
@Network(
    layers = {784, 20, 10},
    activation = SIGMOID)
interface OtherNet extends FloatNetwork {}
