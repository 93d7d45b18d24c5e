/**
 * The losses: each file holds one output's term of the sum, in its output {@code a} and target
 * {@code t}, and its source. Gradients are derived by the {@code formula} room.
 */
package io.github.gradsmith.processor.loss;
