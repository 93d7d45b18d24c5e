/**
 * Networks on Apache Spark: a table scored, a pipeline, a sweep, a shared gradient; and figures.
 */
package io.github.gradsmith.sample.spark;
