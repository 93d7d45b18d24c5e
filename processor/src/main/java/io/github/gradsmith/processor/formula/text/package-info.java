/** Formulas as users write them: read, and printed so that they read back. */
package io.github.gradsmith.processor.formula.text;
