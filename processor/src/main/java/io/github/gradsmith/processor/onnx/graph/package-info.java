/**
 * Models that are more than a chain: operators become blocks that read one another, what is affine
 * is folded, and layers with parameters come out.
 */
package io.github.gradsmith.processor.onnx.graph;
