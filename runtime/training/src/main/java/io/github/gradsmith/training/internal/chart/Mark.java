package io.github.gradsmith.training.internal.chart;

/** A point that is pointed out with a ring and a few words. */
public record Mark(double x, double y, String text) {}
