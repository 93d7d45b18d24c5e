/** Statements that work on each neuron for itself: activations, losses, deltas. */
package io.github.gradsmith.processor.kernel.elementwise;
