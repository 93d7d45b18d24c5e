/** Reads the records that methods of a network name: rows, examples, outputs. */
package io.github.gradsmith.processor.read.row;
