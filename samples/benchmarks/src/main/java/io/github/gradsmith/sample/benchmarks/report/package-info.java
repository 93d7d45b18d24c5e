/** What was measured, as values, and how it is written: raw as JSON, and as tables and plots. */
package io.github.gradsmith.sample.benchmarks.report;
