package io.github.gradsmith.processor.onnx.graph;

import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A part of the graph that gives one value, and is joined to its neighbours where it can be. */
final class Block {
  private Operation operation;
  private List<Block> sources;
  private Shape shape;
  private ActivationChoice activation = LayerChoice.IDENTITY;
  private Optional<String> name = Optional.empty();
  private String origin = "";

  Block(Operation operation, List<Block> sources, Shape shape) {
    this.operation = operation;
    this.sources = new ArrayList<>(sources);
    this.shape = shape;
  }

  Operation operation() {
    return operation;
  }

  void become(Operation other) {
    operation = other;
  }

  List<Block> sources() {
    return sources;
  }

  /** The only block that it reads, or the first one. */
  Block source() {
    return sources.get(0);
  }

  void read(Block... blocks) {
    sources = new ArrayList<>(List.of(blocks));
  }

  void replaceSource(Block before, Block after) {
    sources.replaceAll(source -> source == before ? after : source);
  }

  Shape shape() {
    return shape;
  }

  void reshape(Shape other) {
    shape = other;
  }

  int numbers() {
    return Math.toIntExact(shape.numbers());
  }

  /** How its weighted sums, or what else it computes, become its value. */
  ActivationChoice activation() {
    return activation;
  }

  void activate(ActivationChoice choice) {
    activation = choice;
  }

  boolean isPlain() {
    return activation.equals(LayerChoice.IDENTITY);
  }

  /** What the model calls its weights, cleaned up, if that can be a name. */
  Optional<String> name() {
    return name;
  }

  Block named(Optional<String> other) {
    name = name.or(() -> other);
    return this;
  }

  /** The node that it comes from, for messages. */
  String origin() {
    return origin;
  }

  Block from(String node) {
    origin = node;
    return this;
  }
}
