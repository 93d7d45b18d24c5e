/** Kinds that go through their numbers one by one. */
package io.github.gradsmith.processor.kind.pointwise;
