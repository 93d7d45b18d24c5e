/**
 * The generated source file: fragments put in reading order and written. Knows no formulas, and the
 * compiler only as far as a file needs it.
 */
package io.github.gradsmith.processor.emit;
