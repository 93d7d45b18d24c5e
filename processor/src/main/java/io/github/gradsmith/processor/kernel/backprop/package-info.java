/** What goes forward and back through all layers: a sample, a tile, a mini-batch. */
package io.github.gradsmith.processor.kernel.backprop;
