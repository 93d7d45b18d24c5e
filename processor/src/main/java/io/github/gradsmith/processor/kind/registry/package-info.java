/** Every kind of layer, in one switch that javac checks, and layers made of them. */
package io.github.gradsmith.processor.kind.registry;
