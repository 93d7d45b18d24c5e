package io.github.gradsmith.processor.model;

import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;

/**
 * An enum nested in the interface of which a constant carries the annotation of a layer.
 *
 * @param name its simple name
 * @param constants in the order of the source
 * @param place its name
 */
public record LayerEnum(String name, List<LayerConstant> constants, Place place) {
  public LayerEnum {
    constants = List.copyOf(constants);
  }
}
