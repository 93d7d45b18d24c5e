/** Sums of gradients over blocks of rows, added up in one order for any number of machines. */
package io.github.gradsmith.training.internal.block;
