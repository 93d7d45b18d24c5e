package io.github.gradsmith.processor.model.row;

import io.github.gradsmith.processor.diagnostic.Place;

/**
 * An annotation of components that stands elsewhere.
 *
 * @param annotation as source names it
 * @param element what it stands on
 */
public record RowStray(String annotation, String element, Place place) {}
