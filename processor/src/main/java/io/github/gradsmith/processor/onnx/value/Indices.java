package io.github.gradsmith.processor.onnx.value;

/**
 * Numbers that come from the input as whole ones, by which rows of a table are looked up.
 *
 * @param of the numbers
 */
public record Indices(Signal of) implements Value {}
