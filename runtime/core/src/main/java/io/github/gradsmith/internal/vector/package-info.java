/**
 * Whether the Vector API is there to be used. Exported because generated classes live in their
 * users' packages; not for others: names here change without notice.
 */
package io.github.gradsmith.internal.vector;
