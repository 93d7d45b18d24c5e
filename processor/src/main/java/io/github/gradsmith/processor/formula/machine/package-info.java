/** A formula as generated code computes it, to the bit, in float and in double. */
package io.github.gradsmith.processor.formula.machine;
