/** Rules of weight files, models and test vectors: found, readable, of the layers' shapes. */
package io.github.gradsmith.processor.validate.files;
