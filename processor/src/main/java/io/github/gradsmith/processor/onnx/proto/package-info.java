/**
 * A model's operators as its file writes them, in the order of the graph, and what is refused of
 * them.
 */
package io.github.gradsmith.processor.onnx.proto;
