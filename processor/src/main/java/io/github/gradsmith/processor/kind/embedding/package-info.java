/** Tables of numbers, read by index. */
package io.github.gradsmith.processor.kind.embedding;
