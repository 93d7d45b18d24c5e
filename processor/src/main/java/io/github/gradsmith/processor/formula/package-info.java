/**
 * A small, exact symbolic engine: expressions, parser, simplifier, derivative, evaluator and
 * renderers. It knows mathematics, not networks; JavaPoet only in {@code JavaRenderer}.
 */
package io.github.gradsmith.processor.formula;
