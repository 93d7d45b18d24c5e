/** Fields, the order of weights in them, and copies in another order. */
package io.github.gradsmith.processor.kernel.memory;
