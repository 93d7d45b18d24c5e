/** Layers that make rows normal: mean 0 and variance 1. */
package io.github.gradsmith.processor.kernel.lowering.layernorm;
