/** Pages of marked-up text that are well-formed as XML and read the same as HTML. */
package io.github.gradsmith.training.internal.markup;
