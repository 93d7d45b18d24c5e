/**
 * Other libraries at the same work, each called as its documentation has it and as fast as its
 * public methods allow, on one thread.
 *
 * <p>Notice what they compute in: Encog and Smile know {@code double} only, and stand beside our
 * {@code float} because their users have no choice.
 */
package io.github.gradsmith.sample.benchmarks.peers;
