/** Records from columns, by the names of their components. */
package io.github.gradsmith.spark.internal.row;
