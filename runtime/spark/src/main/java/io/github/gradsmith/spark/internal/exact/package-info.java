/** Training where the rows are: groups of blocks in tasks, steps on the driver. */
package io.github.gradsmith.spark.internal.exact;
