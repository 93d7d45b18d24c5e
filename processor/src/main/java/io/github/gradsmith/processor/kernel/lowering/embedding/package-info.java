/** Layers that read rows of a table by index. */
package io.github.gradsmith.processor.kernel.lowering.embedding;
