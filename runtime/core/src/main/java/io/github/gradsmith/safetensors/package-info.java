/**
 * A strict reader and a writer of safetensors files with tensors in double, single and half
 * precision. Knows nothing of networks: which tensors a network wants is decided in the support
 * package.
 */
package io.github.gradsmith.safetensors;
