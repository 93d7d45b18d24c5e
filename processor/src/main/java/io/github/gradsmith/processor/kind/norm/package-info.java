/** Kinds that shift and scale what they read. */
package io.github.gradsmith.processor.kind.norm;
