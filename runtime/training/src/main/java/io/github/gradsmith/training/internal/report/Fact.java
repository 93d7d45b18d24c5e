package io.github.gradsmith.training.internal.report;

/** A line of the table at the head of the page. */
public record Fact(String name, String value) {}
