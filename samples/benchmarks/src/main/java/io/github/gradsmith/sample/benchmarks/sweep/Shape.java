package io.github.gradsmith.sample.benchmarks.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A network of one layer. */
record Shape(int inputs, int outputs) {
  /** Every size that is written out, and some that are loops. */
  static final List<Integer> WIDTHS =
      Stream.concat(IntStream.rangeClosed(1, 16).boxed(), Stream.of(30, 64, 100, 784, 1000, 4096))
          .toList();

  /** All pairs. */
  static List<Shape> all(List<Integer> inputs, List<Integer> outputs) {
    List<Shape> shapes = new ArrayList<>();
    for (int in : inputs) {
      for (int out : outputs) {
        shapes.add(new Shape(in, out));
      }
    }
    return shapes;
  }

  /** The simple name of the interface that is compiled for it. */
  String interfaceName() {
    return "Net" + inputs + "x" + outputs;
  }

  @Override
  public String toString() {
    return inputs + "-" + outputs;
  }
}
