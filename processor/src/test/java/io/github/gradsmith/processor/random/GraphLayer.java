package io.github.gradsmith.processor.random;

import java.util.List;

/**
 * A layer of a graph.
 *
 * @param name of its constant
 * @param kind what it computes
 * @param from the layers that it reads; 0 is the input, 1 the first layer after it
 * @param unit its activation; the identity of a kind without
 */
record GraphLayer(String name, LayerReference kind, List<Integer> from, Unit unit) {
  GraphLayer {
    from = List.copyOf(from);
  }

  /** As it stands in the enum. */
  String constant(List<String> names, boolean readsTheOneBefore) {
    List<String> read = readsTheOneBefore ? List.of() : from.stream().map(names::get).toList();
    return kind.annotation(read, activation()) + " " + name;
  }

  private String activation() {
    boolean isIdentity =
        unit instanceof Unit.Named named
            && named.activation() == io.github.gradsmith.Activation.IDENTITY;
    if (!kind.activates() || isIdentity) {
      return "";
    }
    return (unit instanceof Unit.Named ? "activation = " : "formula = ") + unit.text();
  }
}
