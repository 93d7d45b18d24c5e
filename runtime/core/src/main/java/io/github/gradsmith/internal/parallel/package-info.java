/**
 * What a trainer with several threads is made of: a network's step in rows, slices of a mini-batch,
 * sums of their gradients, and the threads. Exported because generated classes live in their users'
 * packages; not for others: names here change without notice.
 */
package io.github.gradsmith.internal.parallel;
