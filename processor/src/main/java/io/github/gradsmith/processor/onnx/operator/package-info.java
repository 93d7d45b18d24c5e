/**
 * What each operator does to what comes in: numbers that are folded, shapes, weights of a layer,
 * activations.
 */
package io.github.gradsmith.processor.onnx.operator;
