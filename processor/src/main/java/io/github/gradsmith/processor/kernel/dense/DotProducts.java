package io.github.gradsmith.processor.kernel.dense;

import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.plan.LayerPlan;

/**
 * Products of all rows of a layer's weights with one array.
 *
 * @param w the weights
 * @param rows rows of w
 * @param length entries of a row
 * @param x the array
 * @param z where the products go
 * @param b what is added to them; empty for nothing
 */
record DotProducts(String w, int rows, int length, String x, String z, String b) {
  /** The weighted sums of a layer that keeps a row for each neuron. */
  static DotProducts sums(LayerPlan layer, Names names) {
    return new DotProducts(
        names.w(layer), layer.outputs(), layer.inputs(), "x", "z", names.addend(layer));
  }

  /** What the deltas of a layer that keeps a row for each input send back to its inputs. */
  static DotProducts errors(LayerPlan layer, Names names) {
    return new DotProducts(names.w(layer), layer.inputs(), layer.outputs(), "next", "d", "");
  }

  /** What a product begins with. */
  String start(String row) {
    return b.isEmpty() ? "0" : b + "[" + row + "]";
  }

  /** {@code b[j] + } or nothing. */
  String bias(String row) {
    return b.isEmpty() ? "" : b + "[" + row + "] + ";
  }
}
