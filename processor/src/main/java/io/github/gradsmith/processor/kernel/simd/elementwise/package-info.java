/** Activations on vectors of numbers. */
package io.github.gradsmith.processor.kernel.simd.elementwise;
