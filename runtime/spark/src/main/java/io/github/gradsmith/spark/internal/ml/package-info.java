/** What Spark's pipelines ask of a stage: parameters, identity, files; and how a row is scored. */
package io.github.gradsmith.spark.internal.ml;
