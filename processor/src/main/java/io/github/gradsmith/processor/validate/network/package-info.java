/** Rules of layers, activations, losses and optimizers. */
package io.github.gradsmith.processor.validate.network;
