/**
 * A strict reader and a writer of safetensors files with {@code F32} and {@code F64} tensors. Knows
 * nothing of networks: which tensors a network wants is decided in the support package.
 */
package io.github.gradsmith.safetensors;
