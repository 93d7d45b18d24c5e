/** Parameters and test vectors as constants of a class or as a resource. */
package io.github.gradsmith.processor.kernel.baked;
