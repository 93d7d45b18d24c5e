package io.github.gradsmith.training.internal.chart;

/**
 * What a chart says in words.
 *
 * @param id unique in the page
 * @param title what it is
 * @param description what can be seen in it, as a sentence
 * @param x what the lower axis counts
 * @param y what the upright axis counts
 */
public record Words(String id, String title, String description, String x, String y) {}
