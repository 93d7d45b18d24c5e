/** Rules of the annotated type itself and of the methods it declares. */
package io.github.gradsmith.processor.validate.declaration;
