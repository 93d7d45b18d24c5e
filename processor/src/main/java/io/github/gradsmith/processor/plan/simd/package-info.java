/** How weights are kept and looped over where SIMD kernels run. */
package io.github.gradsmith.processor.plan.simd;
