/** Rules of layers that are written as an enum: constants, names, shapes, numbers. */
package io.github.gradsmith.processor.validate.layers;
