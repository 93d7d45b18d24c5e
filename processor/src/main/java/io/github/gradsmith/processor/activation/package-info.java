/**
 * The activations: each file holds one formula and its source. Derivatives are derived by the
 * {@code formula} room, never written down.
 */
package io.github.gradsmith.processor.activation;
