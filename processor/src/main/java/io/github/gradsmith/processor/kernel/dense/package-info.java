/** Dense layers in plain loops: a class for each shape, and the loops that it is made of. */
package io.github.gradsmith.processor.kernel.dense;
