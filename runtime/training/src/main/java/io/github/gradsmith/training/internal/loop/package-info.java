/** The loop itself: steps, evaluations, decisions, checkpoints. */
package io.github.gradsmith.training.internal.loop;
