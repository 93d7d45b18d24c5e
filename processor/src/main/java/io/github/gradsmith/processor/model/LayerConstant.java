package io.github.gradsmith.processor.model;

import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;
import java.util.Optional;

/**
 * A constant of an enum of layers as written.
 *
 * @param name its name
 * @param annotations those of layers, in the order of the source; one if nothing is wrong
 * @param place its name
 */
public record LayerConstant(String name, List<LayerAnnotation> annotations, Place place) {
  public LayerConstant {
    annotations = List.copyOf(annotations);
  }

  /** The annotation of a layer that it carries, the first one if there are several. */
  public Optional<LayerAnnotation> annotation() {
    return annotations.stream().findFirst();
  }
}
