/**
 * Computes a network with weights from its formulas, to compare it with test vectors while
 * compiling. Knows models and formulas, and nothing of the compiler or of generated code.
 */
package io.github.gradsmith.processor.verify;
