package io.github.gradsmith.processor.model;

import io.github.gradsmith.processor.diagnostic.Place;

/**
 * A number of the annotation of an optimizer or of a layer as written.
 *
 * @param name the attribute, such as {@code beta1}
 * @param value its value, in range or not
 * @param place where it is written; for a default, the annotation
 */
public record Hyperparameter(String name, double value, Place place) {}
