package io.github.gradsmith.processor.page;

import java.util.List;

/**
 * Markdown with mathematics as GitHub and GitLab render it. Formulas stand in fences and backticks,
 * where Markdown leaves underscores, asterisks and backslashes alone.
 */
public final class Page {
  private final StringBuilder text = new StringBuilder();

  /** A formula within a sentence. */
  public static String inline(String latex) {
    return "$`" + latex + "`$";
  }

  public Page title(String title) {
    return block("# " + title);
  }

  public Page section(String heading) {
    return block("## " + heading);
  }

  public Page subsection(String heading) {
    return block("### " + heading);
  }

  public Page paragraph(String sentences) {
    return block(sentences);
  }

  /** A table, header first. */
  public Page table(List<List<String>> rows) {
    StringBuilder table = new StringBuilder(row(rows.get(0)));
    table.append("\n|").append("---|".repeat(rows.get(0).size()));
    rows.subList(1, rows.size()).forEach(row -> table.append("\n").append(row(row)));
    return block(table.toString());
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  /** A formula on a line of its own. */
  public Page formula(String latex) {
    return block("```math\n" + latex + "\n```");
  }

  /** Lines that stand with their {@code &} below each other. */
  public Page formulas(List<String> lines) {
    if (lines.isEmpty()) {
      return this;
    }
    boolean isSingle =
        lines.size() == 1 && lines.get(0).indexOf('&') == lines.get(0).lastIndexOf('&');
    return isSingle
        ? formula(lines.get(0).replace("&", ""))
        : formula("\\begin{aligned}\n" + String.join(" \\\\\n", lines) + "\n\\end{aligned}");
  }

  private Page block(String block) {
    text.append(text.isEmpty() ? "" : "\n").append(block).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
