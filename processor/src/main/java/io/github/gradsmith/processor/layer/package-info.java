/**
 * What activation and loss give together in the last layer: the loss in its stable form and the
 * delta ∂E/∂z, both derived.
 */
package io.github.gradsmith.processor.layer;
