/** Columns of a table: what they must be, and rows read from them. */
package io.github.gradsmith.spark.internal.data;
