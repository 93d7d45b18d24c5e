/** The public methods of a generated class. */
package io.github.gradsmith.processor.kernel.api;
