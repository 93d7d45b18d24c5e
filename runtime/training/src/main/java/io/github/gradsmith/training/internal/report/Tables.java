package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.markup.Markup;
import java.util.List;

/** What all tables of the page have: a caption, headed columns and rows, room to scroll. */
final class Tables {
  private Tables() {}

  /** Opens a table that can be scrolled by keyboard; closed by {@link #close}. */
  static void open(Markup page, String id, String style, String caption) {
    page.block(
        "div",
        "class",
        "scroll" + (style.contains("tall") ? " tall" : ""),
        "tabindex",
        "0",
        "role",
        "region",
        "aria-labelledby",
        id);
    page.open("table", "class", style).element("caption", caption, "id", id);
  }

  /** The names of all columns, that of the rows' headings first. */
  static void head(Markup page, List<String> columns) {
    page.open("thead").open("tr");
    columns.forEach(column -> page.element("th", column, "scope", "col"));
    page.close().close().open("tbody");
  }

  /** A row with its heading. */
  static void row(Markup page, String heading, List<String> cells) {
    page.block("tr").element("th", heading, "scope", "row");
    cells.forEach(cell -> page.element("td", cell));
    page.close();
  }

  /** Closes body, table and scrolled region. */
  static void close(Markup page) {
    page.close().close().close();
  }
}
