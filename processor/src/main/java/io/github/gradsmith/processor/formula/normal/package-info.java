/**
 * The normal form: polynomials and fractions over exponentials, roots and other atoms, in which
 * equal expressions come out alike.
 */
package io.github.gradsmith.processor.formula.normal;
