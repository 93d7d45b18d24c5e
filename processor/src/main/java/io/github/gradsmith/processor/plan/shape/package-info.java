/** How the plain loops of a layer are shaped, and how a mini-batch goes through them. */
package io.github.gradsmith.processor.plan.shape;
