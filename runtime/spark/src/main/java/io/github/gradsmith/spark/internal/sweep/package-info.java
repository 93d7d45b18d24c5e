/** Many trainings, one in each task. */
package io.github.gradsmith.spark.internal.sweep;
