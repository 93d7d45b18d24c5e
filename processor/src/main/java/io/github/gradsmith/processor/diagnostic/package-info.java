/**
 * What is said to the user and where: the catalogue of messages, places in the source, reports.
 * Nothing is decided here.
 */
package io.github.gradsmith.processor.diagnostic;
