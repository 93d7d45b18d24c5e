/** What a network says of rows and what is right: classes, shares, layers. */
package io.github.gradsmith.training.internal.outcome;
