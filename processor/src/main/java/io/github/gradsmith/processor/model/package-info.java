/**
 * What a declaration says and what a network is: records, and the names derived from them. Nothing
 * of the compiler, nothing of the generated code.
 */
package io.github.gradsmith.processor.model;
