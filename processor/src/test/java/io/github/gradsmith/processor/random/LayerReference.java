package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import java.util.List;
import java.util.Optional;

/** A layer of a kind in plain loops, with what it looks like in the source. */
interface LayerReference {
  /**
   * The annotation.
   *
   * @param from what the layers that it reads are called; empty if it reads the one before
   * @param activation its activation and formula attributes, or nothing
   */
  String annotation(List<String> from, String activation);

  /** As the processor's model has it. */
  LayerChoice choice(ActivationChoice activation);

  /** The same of values of other sizes, if it can read them. */
  Optional<LayerReference> on(List<List<Integer>> before);

  /** The sizes of what it gives. */
  List<Integer> shape();

  /** Whether an activation follows. */
  default boolean activates() {
    return false;
  }

  /** Whether {@code trace} shows its sums. */
  default boolean hasSums() {
    return false;
  }

  /** Numbers of each tensor of its parameters. */
  default List<Integer> tensors() {
    return List.of();
  }

  /**
   * What it computes before the activation.
   *
   * @param parameters of the network, of which its own begin at {@code start}
   */
  double[] forward(double[][] inputs, double[] parameters, int start, Arithmetic arithmetic);

  /**
   * Adds what comes back of {@code delta} to the deltas of what it reads, and to the gradient.
   *
   * @param errors one row for each value that it reads
   */
  void back(
      double[][] inputs,
      double[] parameters,
      int start,
      double[] delta,
      double[][] errors,
      double[] gradient,
      Arithmetic arithmetic);

  /** Numbers of what it gives. */
  default int size() {
    return shape().stream().reduce(1, (a, b) -> a * b);
  }

  /** The attribute {@code from}, or nothing. */
  static String from(List<String> names) {
    return names.isEmpty() ? "" : "from = \"" + names.get(0) + "\"";
  }

  /** Attributes that are there, in parentheses. */
  static String attributes(String... attributes) {
    List<String> written = List.of(attributes).stream().filter(text -> !text.isEmpty()).toList();
    return written.isEmpty() ? "" : "(" + String.join(", ", written) + ")";
  }

  /** Adds to an entry, rounded. */
  static void add(double[] values, int at, double term, Arithmetic arithmetic) {
    values[at] = arithmetic.rounded(values[at] + term);
  }
}
