/** Learning rates in closed form, and the texts by which a checkpoint knows them. */
package io.github.gradsmith.training.internal.schedule;
