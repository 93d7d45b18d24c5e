package io.github.gradsmith.processor.plan.shape;

/** The order in which a generated class keeps the weights of a layer; outside it is [out][in]. */
public enum WeightLayout {
  /** {@code w[out][in]}, a row for each neuron: sums run along its inputs. */
  ROWS,

  /** {@code w[in][out]}, a row for each input: what an input adds to all neurons lies together. */
  INPUT_MAJOR
}
