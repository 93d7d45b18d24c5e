/**
 * What a kind of layer is asked: its shape, its parameters, its result. Each kind has a room of its
 * own and one case in the registry.
 */
package io.github.gradsmith.processor.kind;
