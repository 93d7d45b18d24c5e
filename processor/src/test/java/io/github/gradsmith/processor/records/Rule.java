package io.github.gradsmith.processor.records;

import java.util.List;

/** How a component becomes numbers. */
sealed interface Rule {
  /** By mean and deviation; an array by those of each entry. */
  record Standard(int size) implements Rule {}

  /** By minimum and maximum. */
  record Range() implements Rule {}

  /** As it is, and every entry of an array. */
  record Plain(int size) implements Rule {}

  /** Times a number, plus another. */
  record Rescaled(double scale, double offset) implements Rule {}

  /** The bin between edges. */
  record Bins(List<Double> edges) implements Rule {}

  /** Sine and cosine of a number, a constant's place or a time. */
  record Cycle(double period) implements Rule {}

  /** 0 or 1. */
  record Flag() implements Rule {}

  /** A column for each constant. */
  record OneHot(int constants) implements Rule {}

  /** The place of a constant. */
  record Position() implements Rule {}

  /** A column for each bin of a hash. */
  record Hash(int bins) implements Rule {}

  /** A column for each word, and one for others. */
  record Words(List<String> words) implements Rule {}

  /** Nothing. */
  record Ignored() implements Rule {}

  /** Those of its components. */
  record Nested(List<Part> parts) implements Rule {}
}
