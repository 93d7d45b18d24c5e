/** What an optimizer makes of a gradient. */
package io.github.gradsmith.processor.kernel.step;
