/**
 * The messages of a model's file: protobuf's wire format, and those parts of ONNX's messages that a
 * network is made of. Numbers of fields and names of types are ONNX's own.
 */
package io.github.gradsmith.processor.onnx.message;
