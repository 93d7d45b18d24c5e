package io.github.gradsmith.training.internal.report;

/** A colour of cells and that of the text on it, as {@code #rrggbb}. */
record Shade(String background, String text) {}
