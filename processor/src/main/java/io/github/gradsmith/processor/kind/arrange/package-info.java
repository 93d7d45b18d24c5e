/** Kinds that put numbers in other places, and change none. */
package io.github.gradsmith.processor.kind.arrange;
