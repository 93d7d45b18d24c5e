/** Dense layers: every neuron sums all numbers that the layer reads. */
package io.github.gradsmith.processor.kind.dense;
