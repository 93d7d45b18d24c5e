/**
 * The derivation of a network's formulas as a page of text: plan in, Markdown out. Every formula on
 * it is an expression of the {@code formula} room, so that tests can evaluate what the page says;
 * nothing of the compiler, nothing of Java source.
 */
package io.github.gradsmith.processor.derivation;
