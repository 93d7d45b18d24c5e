/**
 * Arguments of public methods, checked before anything is changed, and test vectors run through a
 * network. Exported because generated classes live in their users' packages; not for others: names
 * here change without notice.
 */
package io.github.gradsmith.internal.check;
