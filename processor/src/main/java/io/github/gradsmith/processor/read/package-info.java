/**
 * From the compiler's model to a declaration: every value as written, with its place. Judges
 * nothing; the only room that looks into the compiler's model.
 */
package io.github.gradsmith.processor.read;
