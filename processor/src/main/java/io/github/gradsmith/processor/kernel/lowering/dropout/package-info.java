/** Dropout: its masks are computed anew wherever they are needed. */
package io.github.gradsmith.processor.kernel.lowering.dropout;
