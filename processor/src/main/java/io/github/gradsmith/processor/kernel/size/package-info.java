/** What a generated class costs: bytes of memory, lengths of methods. */
package io.github.gradsmith.processor.kernel.size;
