/**
 * What all generated code is made of: names, element types, class parts, indices, calls of SIMD
 * kernels.
 */
package io.github.gradsmith.processor.kernel.code;
