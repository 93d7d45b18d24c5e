/** The parts of the report about a run, and the page that holds them. */
package io.github.gradsmith.training.internal.report;
