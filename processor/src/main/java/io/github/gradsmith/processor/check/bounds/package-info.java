/**
 * Values of formulas with what rounding may add to them, also of numbers beyond the range of a
 * double.
 */
package io.github.gradsmith.processor.check.bounds;
