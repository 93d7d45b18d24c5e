/** The layers of an enum as a graph: which constants each of them reads, and of what shapes. */
package io.github.gradsmith.processor.validate.graph;
