/** Which samples belong to which part. */
package io.github.gradsmith.training.internal.fold;
