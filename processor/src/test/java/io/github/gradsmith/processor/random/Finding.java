package io.github.gradsmith.processor.random;

/**
 * A check that failed.
 *
 * @param network on this network
 * @param check by name
 * @param message what was found
 */
record Finding(NetworkDescription network, String check, String message) {}
