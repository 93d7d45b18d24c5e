/** Kinds of layers whose code is a few plain loops. */
package io.github.gradsmith.processor.kernel.lowering.simple;
