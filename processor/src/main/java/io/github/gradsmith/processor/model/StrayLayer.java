package io.github.gradsmith.processor.model;

import io.github.gradsmith.processor.diagnostic.Place;

/**
 * The annotation of a layer elsewhere than on a constant of an enum in a network's interface.
 *
 * @param annotation as source names it, such as {@code @Dense}
 * @param element what carries it, with the type around it
 * @param place the annotation
 */
public record StrayLayer(String annotation, String element, Place place) {}
