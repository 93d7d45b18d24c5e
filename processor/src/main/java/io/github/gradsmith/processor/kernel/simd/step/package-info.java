/** Steps of an optimizer on vectors of numbers. */
package io.github.gradsmith.processor.kernel.simd.step;
