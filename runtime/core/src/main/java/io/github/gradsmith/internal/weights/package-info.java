/**
 * Weights and optimizer state between a network and its files, resources and constants. Exported
 * because generated classes live in their users' packages; not for others: names here change
 * without notice.
 */
package io.github.gradsmith.internal.weights;
