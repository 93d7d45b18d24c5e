/**
 * What is measured: the same work as the generated network, the naive loops and, in the profile
 * {@code peers}, other libraries do it.
 */
package io.github.gradsmith.sample.benchmarks.contender;
