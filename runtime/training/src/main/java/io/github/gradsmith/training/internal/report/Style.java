package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.chart.Line;
import java.util.List;

/** The style sheet: one for shapes, and one for colours by day, by night and on paper. */
final class Style {
  /** Dashes of each style of lines, so that none is known by its colour alone. */
  private static final List<String> DASHES =
      List.of("none", "7 4", "2 4", "10 3 2 3", "14 4", "4 2", "1 4", "10 3 2 3 2 3");

  private static final String SHAPES =
      """
      *{box-sizing:border-box}
      html{font:16px/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
      body{margin:0 auto;padding:24px 20px 64px;max-width:1080px}
      h1{font-size:1.75rem;line-height:1.25;margin:0 0 8px;overflow-wrap:anywhere}
      h2{font-size:1.3rem;margin:48px 0 12px;padding-top:12px;border-top:1px solid}
      h3{font-size:1rem;margin:0 0 4px;overflow-wrap:anywhere}
      p{margin:0 0 12px;max-width:76ch}
      .lead{font-size:1.1rem}
      .skip{position:absolute;left:-999px}
      .skip:focus{left:16px;top:8px;padding:4px 8px}
      a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid;outline-offset:2px}
      nav ul{display:flex;flex-wrap:wrap;gap:4px 20px;margin:16px 0 24px;padding:0;list-style:none}
      nav a{display:inline-block;padding:6px 0}
      .grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr));gap:28px 32px}
      .small{grid-template-columns:repeat(auto-fill,minmax(min(100%,280px),1fr))}
      figure{margin:0;min-width:0}
      figure p{margin:4px 0 0;font-size:.9rem}
      figure>svg{display:block;width:100%;height:auto}
      svg text{font:13px system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
      .small svg text{font-size:14px}
      svg .halo{stroke-width:4;stroke-linejoin:round}
      .start{text-anchor:start}.middle{text-anchor:middle}.end{text-anchor:end}
      .grid path.grid,path.grid,path.axis{fill:none;stroke-width:1}
      path.line{fill:none;stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
      path.guide{fill:none;stroke-width:1.5;stroke-dasharray:5 4}
      path.points{fill:none;stroke-width:5;stroke-linecap:round;stroke-opacity:.7}
      path.bars{stroke-width:.8}
      .mark{fill:none;stroke-width:2}
      .legend{display:flex;flex-wrap:wrap;gap:2px 20px;margin:4px 0 0;padding:0;list-style:none;font-size:.9rem}
      .key{width:36px;height:12px;margin-right:6px;vertical-align:middle}
      .scroll{overflow-x:auto;max-width:100%;margin:0 0 16px}
      .tall{max-height:70vh;overflow-y:auto}
      table{border-collapse:collapse;font-variant-numeric:tabular-nums}
      caption{text-align:left;padding:0 0 8px;font-size:.9rem}
      th,td{padding:3px 10px;text-align:right;border-bottom:1px solid;font-weight:normal}
      thead th{vertical-align:bottom;white-space:nowrap}
      thead th:first-child{text-align:left}
      th[scope=row],.facts td{text-align:left}
      .word{text-align:left}
      .facts td{overflow-wrap:anywhere}
      .facts th{vertical-align:top;white-space:nowrap}
      .facts,.facts tbody{width:100%}
      .counts td{padding:4px 8px;min-width:2.5em;text-align:center}
      .counts th{padding:4px 8px}
      .rows{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,160px),1fr));gap:20px;padding:0;list-style:none}
      .rows li{min-width:0;overflow-wrap:anywhere;font-size:.9rem}
      .rows p{margin:0 0 2px}
      .rows img{display:block;width:112px;height:112px;object-fit:contain;image-rendering:pixelated;margin-bottom:4px}
      .badge{display:inline-block;padding:1px 8px;border:1px solid;border-radius:10px}
      summary{cursor:pointer;padding:6px 0}
      @media(max-width:560px){body{padding:16px 14px 48px}svg text{font-size:17px}
      .facts caption{display:block}
      .facts,.facts tbody,.facts tr,.facts th,.facts td{display:block;border:0;padding:0;white-space:normal}
      .facts tr{padding:4px 0;border-bottom:1px solid}}
      @media print{html{font-size:11px}body{max-width:none;padding:0}nav,.skip{display:none}
      h2{break-after:avoid;margin-top:24px}figure,.rows li,tr{break-inside:avoid}
      .grid{grid-template-columns:1fr 1fr;gap:16px 20px}.small{grid-template-columns:1fr 1fr 1fr}
      .rows{grid-template-columns:1fr 1fr 1fr 1fr;gap:12px}
      .scroll,.tall{overflow:visible;max-height:none}.counts td,path{-webkit-print-color-adjust:exact}
      .counts th,.counts td{padding:2px 3px;min-width:0}}
      """;

  private Style() {}

  /** All of it. */
  static String sheet() {
    return "\n"
        + SHAPES
        + dashes()
        + colours(Palette.LIGHT)
        + "@media screen and (prefers-color-scheme:dark){\n"
        + colours(Palette.DARK)
        + "}\n";
  }

  private static String dashes() {
    StringBuilder rules = new StringBuilder();
    for (int style = 0; style < Line.STYLES; style++) {
      rules.append(".s").append(style).append("{stroke-dasharray:");
      rules.append(DASHES.get(style)).append("}\n");
    }
    return rules.toString();
  }

  private static String colours(Palette palette) {
    StringBuilder rules = new StringBuilder();
    rule(rules, "html,.skip:focus", "background", palette.page(), "color", palette.text());
    rule(rules, "a,summary", "color", palette.link());
    rule(rules, ".quiet,caption,.facts th,thead th", "color", palette.quiet());
    rule(rules, "h2,th,td,.facts tr", "border-color", palette.grid());
    rule(rules, "svg text", "fill", palette.text());
    rule(rules, "svg .halo", "stroke", palette.page());
    rule(rules, "path.grid", "stroke", palette.grid());
    rule(rules, "path.axis,.mark", "stroke", palette.text());
    rule(rules, "path.guide", "stroke", palette.quiet());
    rule(rules, "path.points", "stroke", palette.line(0));
    rule(rules, "path.bars", "fill", palette.line(0), "stroke", palette.page());
    for (int style = 0; style < Line.STYLES; style++) {
      rule(rules, ".s" + style, "stroke", palette.line(style));
    }
    shades(rules, "r", palette.right());
    shades(rules, "w", palette.wrong());
    return rules.toString();
  }

  private static void shades(StringBuilder rules, String name, List<Shade> shades) {
    for (int i = 0; i < shades.size(); i++) {
      Shade shade = shades.get(i);
      rule(rules, "." + name + (i + 1), "background", shade.background(), "color", shade.text());
    }
  }

  private static void rule(StringBuilder rules, String selector, String... declarations) {
    rules.append(selector).append('{');
    for (int i = 0; i < declarations.length; i += 2) {
      rules.append(i == 0 ? "" : ";").append(declarations[i]).append(':');
      rules.append(declarations[i + 1]);
    }
    rules.append("}\n");
  }
}
