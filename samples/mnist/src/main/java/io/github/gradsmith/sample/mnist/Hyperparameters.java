package io.github.gradsmith.sample.mnist;

/**
 * How to train.
 *
 * @param epochs passes over the training images
 * @param batch images a step; the last batch of an epoch may be smaller
 * @param rate the step size α
 * @param seed decides the initial weights and the order of the images
 */
record Hyperparameters(int epochs, int batch, float rate, long seed) {}
