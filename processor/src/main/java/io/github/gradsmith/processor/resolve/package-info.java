/**
 * What a declaration names, looked up and parsed once: files, the graph of a model, formulas. Rules
 * look at these values; nothing is judged here.
 */
package io.github.gradsmith.processor.resolve;
