/**
 * What becomes of a layer: what each kind is asked by the planner, by the kernels and by the
 * derivation. Each kind has a room of its own and one case in the registry.
 */
package io.github.gradsmith.processor.kernel.lowering;
