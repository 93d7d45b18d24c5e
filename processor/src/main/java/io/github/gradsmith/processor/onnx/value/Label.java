package io.github.gradsmith.processor.onnx.value;

/**
 * The place of the largest of a sample's numbers, which {@code classify} finds.
 *
 * @param scores the numbers
 * @param giver the node that finds it
 */
public record Label(Signal scores, String giver) implements Value {}
