package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.markup.Markup;

/** A part of the page, with a heading that the table of contents leads to. */
interface Part {
  /** Unique in the page, and the beginning of all ids in the part. */
  String id();

  /** The heading. */
  String title();

  /** Writes all below the heading. */
  void write(Markup page);
}
