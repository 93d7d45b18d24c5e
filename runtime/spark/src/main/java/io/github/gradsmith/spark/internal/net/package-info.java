/**
 * Generated networks by their interface's name: made, loaded, asked and trained, in either
 * precision.
 */
package io.github.gradsmith.spark.internal.net;
