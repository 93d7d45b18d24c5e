/** What becomes of each kind of layer, in one switch that javac checks. */
package io.github.gradsmith.processor.kernel.lowering.registry;
