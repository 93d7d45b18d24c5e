/** The initial distributions of weights: each file holds one rule and the paper it is from. */
package io.github.gradsmith.processor.initializer;
