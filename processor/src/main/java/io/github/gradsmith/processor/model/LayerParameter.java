package io.github.gradsmith.processor.model;

/**
 * A tensor that a layer learns.
 *
 * @param name as files call it behind the layer's name, such as {@code weight}
 * @param shape its sizes
 */
public record LayerParameter(String name, Shape shape) {}
