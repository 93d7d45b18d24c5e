package io.github.gradsmith.processor.validate.graph;

import io.github.gradsmith.processor.diagnostic.Place;
import java.util.Optional;

/**
 * A constant that a layer reads.
 *
 * @param name as written; of the constant before, if none is
 * @param place where it is written; if it is not, the annotation
 * @param node the constant, if there is one of that name before the layer
 */
public record LayerSource(String name, Place place, Optional<LayerNode> node) {}
