/**
 * One-layer networks of hundreds of shapes, compiled on the fly, each against naive loops: is the
 * generated one never slower?
 */
package io.github.gradsmith.sample.benchmarks.sweep;
