/**
 * Layers of networks that are more than a chain: one annotation for each kind, written on the
 * constants of an enum inside the interface. The first constant is {@code @Input}, the last one is
 * the output, and each layer reads the one before it or those that it names.
 */
package io.github.gradsmith.layer;
