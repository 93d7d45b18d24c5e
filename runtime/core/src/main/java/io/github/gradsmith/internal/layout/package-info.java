/**
 * The orders in which weights stand in memory: filled, copied in and copied out. Exported because
 * generated classes live in their users' packages; not for others: names here change without
 * notice.
 */
package io.github.gradsmith.internal.layout;
