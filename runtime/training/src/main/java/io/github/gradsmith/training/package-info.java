/**
 * Trains a generated network on rows and says what came of it. {@link
 * io.github.gradsmith.training.Fit} is the way in.
 */
package io.github.gradsmith.training;
