/** The order in which deltas go back through a graph of layers. */
package io.github.gradsmith.processor.plan.backward;
