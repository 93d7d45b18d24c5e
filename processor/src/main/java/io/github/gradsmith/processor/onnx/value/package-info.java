/**
 * What a model's names stand for while it is read: shapes, numbers, the signal that runs through
 * its layers.
 */
package io.github.gradsmith.processor.onnx.value;
