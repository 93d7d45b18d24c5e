/**
 * Writes networks as ONNX models: the wire format, the graph, and which operators stand for an
 * activation or a formula. Not exported; applications call {@code Onnx}.
 */
package io.github.gradsmith.internal.onnx;
