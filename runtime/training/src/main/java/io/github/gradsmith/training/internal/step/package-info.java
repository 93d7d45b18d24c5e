/** What is done to a gradient before a step, and what a step does to each layer. */
package io.github.gradsmith.training.internal.step;
