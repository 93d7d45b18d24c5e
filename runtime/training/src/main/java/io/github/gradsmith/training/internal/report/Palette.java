package io.github.gradsmith.training.internal.report;

import java.util.List;

/**
 * Colours, as {@code #rrggbb}. Those of lines are of Okabe and Ito, Color Universal Design, 2008,
 * and of these the ones with a contrast of 3:1 to the page; text has 4.5:1.
 *
 * @param page what all stands on
 * @param text of text, axes and rings
 * @param quiet of text that says less
 * @param grid of lines behind a chart, which say nothing by themselves
 * @param link of links and of the frame around what has the focus
 * @param lines of curves, in the order of their styles
 * @param right of counts of rows that are right, the more the later
 * @param wrong of counts of rows that are wrong, likewise
 */
record Palette(
    String page,
    String text,
    String quiet,
    String grid,
    String link,
    List<String> lines,
    List<Shade> right,
    List<Shade> wrong) {
  private static final String BLACK = "#000000";
  private static final String WHITE = "#ffffff";
  private static final String PALE = "#e8eaed";

  /** By day, and on paper. */
  static final Palette LIGHT =
      new Palette(
          WHITE,
          "#1b1f23",
          "#57606a",
          "#dfe3e7",
          "#005a8c",
          List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", BLACK),
          shades(BLACK, "#e1eff7", "#b3d5e8", "#7fb9da", WHITE, "#0072b2", "#00507d"),
          List.of(
              new Shade("#fbe9dc", BLACK),
              new Shade("#f5cba9", BLACK),
              new Shade("#eeaa75", BLACK),
              new Shade("#d55e00", BLACK),
              new Shade("#a84a00", WHITE)));

  /** By night. */
  static final Palette DARK =
      new Palette(
          "#14171a",
          PALE,
          "#a9b0b7",
          "#30363c",
          "#56b4e9",
          List.of("#56b4e9", "#e69f00", "#009e73", "#cc79a7", WHITE),
          shades(WHITE, "#16303f", "#17445f", "#0a5a8a", BLACK, "#56b4e9", "#9fd6f5"),
          shades(WHITE, "#3a2413", "#5a3512", "#7d430a", BLACK, "#e69f00", "#f6c96b"));

  private static List<Shade> shades(
      String first, String a, String b, String c, String second, String d, String e) {
    return List.of(
        new Shade(a, first),
        new Shade(b, first),
        new Shade(c, first),
        new Shade(d, second),
        new Shade(e, second));
  }

  /** The colour of a style of lines. */
  String line(int style) {
    return lines.get(style % lines.size());
  }
}
