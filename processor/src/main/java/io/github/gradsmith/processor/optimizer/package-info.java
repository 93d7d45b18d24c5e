/**
 * The toolbox of optimizers: one file for each, as formulas and with its source, and one registry.
 * Knows neither layers nor Java source.
 */
package io.github.gradsmith.processor.optimizer;
