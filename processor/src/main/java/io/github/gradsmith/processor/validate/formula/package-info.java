/** Rules of formulas of the user's own: readable, sound, accurate. */
package io.github.gradsmith.processor.validate.formula;
