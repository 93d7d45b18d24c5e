/** SIMD loops of dense layers over panels of weights. */
package io.github.gradsmith.processor.kernel.simd.panel;
