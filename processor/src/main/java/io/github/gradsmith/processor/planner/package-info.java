/** Decides how a network is computed: its buffers, the steps of its passes, the size of a tile. */
package io.github.gradsmith.processor.planner;
