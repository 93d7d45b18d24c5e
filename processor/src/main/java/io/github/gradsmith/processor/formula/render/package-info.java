/** Formulas as Java, LaTeX and text. JavaPoet only in those of Java. */
package io.github.gradsmith.processor.formula.render;
