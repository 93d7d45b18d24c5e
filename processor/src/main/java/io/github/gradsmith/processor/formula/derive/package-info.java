/** Derivatives, in the input and, where it can be, in the output. */
package io.github.gradsmith.processor.formula.derive;
