/** Single calls, timed one by one: what a service sees of a network, not its mean. */
package io.github.gradsmith.sample.benchmarks.latency;
