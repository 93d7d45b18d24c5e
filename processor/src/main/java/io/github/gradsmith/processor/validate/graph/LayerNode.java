package io.github.gradsmith.processor.validate.graph;

import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerConstant;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A constant of an enum of layers, with what it reads.
 *
 * @param number its number as the lecture counts: the first constant is layer 1
 * @param constant as written
 * @param sources what it reads, in its own order
 * @param choice what is chosen about it, if its numbers are in range and the shapes of what it
 *     reads are known
 * @param shape of what it gives, if it is known: nothing before it is wrong, and it takes what it
 *     reads
 */
public record LayerNode(
    int number,
    LayerConstant constant,
    List<LayerSource> sources,
    Optional<LayerChoice> choice,
    Optional<Shape> shape) {
  public LayerNode {
    sources = List.copyOf(sources);
  }

  public String name() {
    return constant.name();
  }

  /** Its annotation, if it has one. */
  public Optional<LayerAnnotation> annotation() {
    return constant.annotation();
  }

  /** The shapes of what it reads, if all of them are known. */
  public Optional<List<Shape>> inputs() {
    return inputs(sources);
  }

  static Optional<List<Shape>> inputs(List<LayerSource> sources) {
    List<Shape> shapes =
        sources.stream()
            .flatMap(source -> source.node().stream())
            .flatMap(node -> node.shape().stream())
            .toList();
    return Optional.of(shapes).filter(known -> known.size() == sources.size());
  }
}
