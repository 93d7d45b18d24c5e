package io.github.gradsmith.processor.model;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The annotation of a layer as written, not judged yet.
 *
 * @param type the kind of layer; none for {@code @Input}
 * @param name as source names it, such as {@code @Dense}
 * @param place the annotation
 * @param reads the constants that are named as what it reads; none if it reads the one before
 * @param activation its activation, if it is written
 * @param formula the formula of its activation, if it is written
 * @param initializer how its weights are drawn, if it is written
 * @param bias whether it adds biases, where it may
 * @param numbers its numbers, by the names of their attributes; the sizes of an input one by one
 */
public record LayerAnnotation(
    Optional<LayerChoice.Type> type,
    String name,
    Place place,
    Optional<Located<List<Located<String>>>> reads,
    Optional<Located<Activation>> activation,
    Optional<Located<String>> formula,
    Optional<Located<Initializer>> initializer,
    boolean bias,
    List<Hyperparameter> numbers) {
  private static final Set<LayerChoice.Type> JOINING =
      Set.of(LayerChoice.Type.ADD, LayerChoice.Type.MULTIPLY, LayerChoice.Type.CONCAT);

  public LayerAnnotation {
    numbers = List.copyOf(numbers);
  }

  /** Whether it is {@code @Input}. */
  public boolean isInput() {
    return type.isEmpty();
  }

  /** Whether it makes one value of several, and names them all. */
  public boolean joins() {
    return type.filter(JOINING::contains).isPresent();
  }

  /** The sizes of an input. */
  public List<Integer> sizes() {
    return numbers.stream().map(number -> (int) number.value()).toList();
  }

  /** The number of an attribute that it has. */
  public Hyperparameter number(String attribute) {
    return numbers.stream()
        .filter(number -> number.name().equals(attribute))
        .findFirst()
        .orElseThrow();
  }

  /**
   * What a layer of its kind is if its numbers are in range.
   *
   * @param activates how z becomes a
   * @param drawn how weights are drawn where it says nothing of that
   * @param dimensions of what it reads, so that axis −1 is the last
   */
  public LayerChoice choice(ActivationChoice activates, Initializer drawn, int dimensions) {
    Initializer weights = initializer.map(Located::value).orElse(drawn);
    return switch (type.orElseThrow()) {
      case DENSE -> new LayerChoice.Dense(integer("units"), bias, activates, weights);
      case ELEMENTWISE -> new LayerChoice.Elementwise(activates);
      case DROPOUT -> new LayerChoice.Dropout(number("value").value());
      case LAYER_NORM -> new LayerChoice.LayerNorm(number("epsilon").value());
      case NORMALIZATION -> new LayerChoice.Normalization();
      case ADD -> new LayerChoice.Add(activates);
      case MULTIPLY -> new LayerChoice.Multiply(activates);
      case CONCAT -> new LayerChoice.Concat(axis(dimensions));
      case SLICE -> new LayerChoice.Slice(integer("begin"), integer("end"), axis(dimensions));
      case FLATTEN -> new LayerChoice.Flatten();
      case TRANSPOSE -> new LayerChoice.Transpose();
      case EMBEDDING -> new LayerChoice.Embedding(integer("categories"), integer("units"), weights);
    };
  }

  private int axis(int dimensions) {
    int axis = integer("axis");
    return axis == -1 ? dimensions - 1 : axis;
  }

  private int integer(String attribute) {
    return (int) number(attribute).value();
  }
}
