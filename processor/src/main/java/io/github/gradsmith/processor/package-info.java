/**
 * The processor itself: it wires the rooms together and calls them in order. It decides nothing
 * about networks.
 */
package io.github.gradsmith.processor;
