/** The loops of dense layers: the rules that choose them, and the conditions that they meet. */
package io.github.gradsmith.processor.plan.dense;
