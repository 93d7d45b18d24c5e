/** What metrics are made of: counts of classes, ranks, sums of errors. */
package io.github.gradsmith.training.internal.metric;
