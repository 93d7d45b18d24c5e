/** Typed rows in generated code: how a record becomes numbers, and outputs become an answer. */
package io.github.gradsmith.processor.kernel.row;
