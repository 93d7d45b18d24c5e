/** SIMD loops of dense layers over rows and columns of weights. */
package io.github.gradsmith.processor.kernel.simd.dense;
