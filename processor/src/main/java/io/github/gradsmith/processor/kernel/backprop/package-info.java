/** The way back: errors, deltas, gradients, and mini-batches layer by layer. */
package io.github.gradsmith.processor.kernel.backprop;
