/**
 * Turns a plan into fields and methods: forward, loss, backward, update, parameters. One file per
 * loop shape or concern. Decides nothing; knows nothing of the compiler.
 */
package io.github.gradsmith.processor.kernel;
