package io.github.gradsmith.processor.validate.graph;

import io.github.gradsmith.processor.kind.Refusal;
import io.github.gradsmith.processor.kind.registry.LayerKinds;
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
 * @param inRange whether it has an annotation whose numbers are in range
 * @param choice what is chosen about it, if its numbers are in range and the shapes of what it
 *     reads are known
 * @param shape of what it gives, if it is known: nothing before it is wrong, and it takes what it
 *     reads
 */
public record LayerNode(
    int number,
    LayerConstant constant,
    List<LayerSource> sources,
    boolean inRange,
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

  /** Whether it is a layer of a kind. */
  public boolean is(LayerChoice.Type type) {
    return annotation().flatMap(LayerAnnotation::type).filter(type::equals).isPresent();
  }

  /** Whether it reads what another constant gives. */
  public boolean reads(LayerNode other) {
    return sources.stream()
        .flatMap(source -> source.node().stream())
        .anyMatch(node -> node.number() == other.number());
  }

  /** Why it does not take what it reads, if that is known and it does not. */
  public Optional<Refusal> refusal() {
    return choice.flatMap(made -> LayerKinds.of(made).refusal(inputs().orElseThrow()));
  }

  /** Whether it would read or give more numbers than an array holds. */
  public boolean isTooLarge() {
    boolean isInput = annotation().filter(LayerAnnotation::isInput).isPresent();
    boolean settled = isInput ? inRange : choice.isPresent() && refusal().isEmpty();
    return settled && shape.isEmpty();
  }

  /** Numbers that it learns, if that is known; else 0. */
  public long parameterCount() {
    if (choice.isEmpty() || shape.isEmpty()) {
      return 0;
    }
    return LayerKinds.of(choice.get()).parameters(inputs().orElseThrow()).stream()
        .mapToLong(parameter -> parameter.shape().numbers())
        .sum();
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
