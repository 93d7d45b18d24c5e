/**
 * What must hold of a declaration, one rule per file, named for what must hold, in rooms by what
 * they judge; and the model of a declaration that keeps them all. Knows nothing of the compiler.
 */
package io.github.gradsmith.processor.validate;
