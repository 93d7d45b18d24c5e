/**
 * Decides what the generated class holds and does: buffers, loop shapes and formulas per layer.
 * Knows nothing of Java source; what it decides is all that the kernels see.
 */
package io.github.gradsmith.processor.plan;
