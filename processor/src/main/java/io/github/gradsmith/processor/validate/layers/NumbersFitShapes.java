package io.github.gradsmith.processor.validate.layers;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.graph.LayerGraph;
import io.github.gradsmith.processor.validate.graph.LayerNode;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Optional;

/** Axes and ends of slices are within what is read. */
public final class NumbersFitShapes implements Rule {
  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    return LayerGraph.nodesOf(network).stream().flatMap(node -> fault(node).stream()).toList();
  }

  /** The fault of one layer, if the shapes that it reads are known. */
  static Optional<Fault> fault(LayerNode node) {
    if (node.choice().isEmpty()) {
      return Optional.empty();
    }
    LayerAnnotation annotation = node.annotation().orElseThrow();
    Shape read = node.inputs().orElseThrow().get(0);
    String from = read + " of " + node.sources().get(0).name();
    LayerChoice choice = node.choice().get();
    if (choice instanceof LayerChoice.Concat concat) {
      return axis(node, annotation, concat.axis(), read, from);
    }
    return choice instanceof LayerChoice.Slice slice
        ? axis(node, annotation, slice.axis(), read, from)
            .or(() -> end(node, annotation, slice, read, from))
        : Optional.empty();
  }

  private static Optional<Fault> axis(
      LayerNode node, LayerAnnotation annotation, int axis, Shape read, String from) {
    int last = read.sizes().size() - 1;
    String expected =
        last == 0 ? "0, as it reads " + from : "from 0 to " + last + " or -1, as it reads " + from;
    return axis <= last
        ? Optional.empty()
        : Optional.of(NumbersInRange.fault(node, annotation, annotation.number("axis"), expected));
  }

  private static Optional<Fault> end(
      LayerNode node,
      LayerAnnotation annotation,
      LayerChoice.Slice slice,
      Shape read,
      String from) {
    int size = read.sizes().get(slice.axis());
    String expected = "at most " + size + ", the size of " + from + " along axis " + slice.axis();
    return slice.end() <= size
        ? Optional.empty()
        : Optional.of(NumbersInRange.fault(node, annotation, annotation.number("end"), expected));
  }
}
