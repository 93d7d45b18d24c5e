/** The companion class of SIMD kernels, put together. */
package io.github.gradsmith.processor.kernel.simd;
