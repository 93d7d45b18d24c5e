/**
 * Calls of all methods of a network, so that the JVM compiles them. Exported because generated
 * classes live in their users' packages; not for others: names here change without notice.
 */
package io.github.gradsmith.internal.warm;
