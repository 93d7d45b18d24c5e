package io.github.gradsmith.sample.spark;

import static io.github.gradsmith.Activation.SIGMOID;
import static io.github.gradsmith.Activation.SOFTMAX;
import static io.github.gradsmith.Loss.CROSS_ENTROPY;

import io.github.gradsmith.Adam;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Network;

/** The layers, activations and loss that Spark's own perceptron has, to compare with it. */
@Network(
    layers = {784, 30, 10},
    activation = {SIGMOID, SOFTMAX},
    loss = CROSS_ENTROPY)
@Adam
public interface DigitsNet extends FloatNetwork {}
