/**
 * Elementary functions, sums and random numbers with the same bits on every JVM. Exported because
 * generated classes live in their users' packages; not for others: names here change without
 * notice.
 */
package io.github.gradsmith.internal.math;
