package io.github.gradsmith.processor.model;

/**
 * Inputs and what should come out, one vector after the other.
 *
 * @param file the name of the file that they come from, as written
 * @param inputs as many for each vector as the network has inputs
 * @param outputs as many for each vector as the network has outputs
 * @param tolerance how far an output may be off, relative where it is beyond ±1
 */
public record TestVectors(String file, double[] inputs, double[] outputs, double tolerance) {}
