package io.github.gradsmith.processor.kind.registry;

import io.github.gradsmith.processor.kind.LayerKind;
import io.github.gradsmith.processor.kind.dense.DenseKind;
import io.github.gradsmith.processor.model.LayerChoice;

/** The registry: what a layer of a kind is and does. */
public final class LayerKinds {
  private LayerKinds() {}

  /** The kind of {@code choice}. */
  public static LayerKind of(LayerChoice choice) {
    return switch (choice.type()) {
      case DENSE -> new DenseKind((LayerChoice.Dense) choice);
    };
  }
}
