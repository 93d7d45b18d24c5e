package io.github.gradsmith.processor.model;

import io.github.gradsmith.Initializer;

/**
 * A layer after the input, always valid.
 *
 * @param number its number as the lecture counts: the input is layer 1, so 2 is the first
 * @param inputs neurons of the layer before
 * @param outputs neurons of this layer
 * @param activation how z becomes a
 * @param initializer how its weights are drawn; may be AUTO
 */
public record LayerModel(
    int number, int inputs, int outputs, ActivationChoice activation, Initializer initializer) {}
