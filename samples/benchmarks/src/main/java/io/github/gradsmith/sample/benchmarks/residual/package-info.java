/**
 * What a residual and a normalization cost: the same widths with and without them, in turns.
 *
 * <pre>
 * mvn -q -Presidual -pl samples/benchmarks -am -DskipTests verify
 * mvn -q -Presidual,peers -pl samples/benchmarks -am -DskipTests verify -Dresidual.python=/usr/bin/python3
 * </pre>
 *
 * <p>The second one measures PyTorch, if that Python has it, and Deeplearning4j beside them. Times
 * are those that the processor spent on the thread, so that neighbours on the machine count little.
 */
package io.github.gradsmith.sample.benchmarks.residual;
