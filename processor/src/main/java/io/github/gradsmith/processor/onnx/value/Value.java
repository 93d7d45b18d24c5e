package io.github.gradsmith.processor.onnx.value;

/** What a name of the graph stands for. */
public sealed interface Value permits Constant, Signal, Condition, Label, Moment, Indices {}
