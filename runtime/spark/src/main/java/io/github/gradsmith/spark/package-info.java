/**
 * Generated networks on Apache Spark: {@link io.github.gradsmith.spark.Scoring} asks a network on
 * the rows of a table, {@link io.github.gradsmith.spark.NetClassifier} and {@link
 * io.github.gradsmith.spark.NetRegressor} train in pipelines, {@link
 * io.github.gradsmith.spark.Sweep} trains many networks, one in each task.
 */
package io.github.gradsmith.spark;
