/** Reads ONNX models: layers, activations and weights from a graph of operators. */
package io.github.gradsmith.processor.onnx;
