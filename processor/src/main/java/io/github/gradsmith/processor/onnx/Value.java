package io.github.gradsmith.processor.onnx;

/** What a name of the graph stands for. */
sealed interface Value permits Constant, Signal, Condition {}
