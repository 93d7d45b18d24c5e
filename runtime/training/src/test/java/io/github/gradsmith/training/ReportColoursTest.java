package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Contrasts of WCAG 2.1, computed from the colours that stand in the page. */
class ReportColoursTest {
  private static final Pattern RULE = Pattern.compile("([^{}\n]+)\\{([^{}]+)\\}");
  private static final Pattern COLOUR =
      Pattern.compile("(background|color|fill|stroke|border-color):(#[0-9a-f]{6})");
  private static final String DARK = "@media screen and (prefers-color-scheme:dark){";

  private final String sheet =
      ReportPage.of(Report.of(new FixedHistory(1)).html())
          .elements("style")
          .get(0)
          .getTextContent();

  @Test
  void textAndLinesAreReadableByDay() {
    requireContrasts(colours(sheet.substring(0, sheet.indexOf(DARK))));
  }

  @Test
  void textAndLinesAreReadableByNight() {
    requireContrasts(colours(sheet.substring(sheet.indexOf(DARK) + DARK.length())));
  }

  @Test
  void nightRedefinesAllColoursOfDay() {
    Map<String, String> day = colours(sheet.substring(0, sheet.indexOf(DARK)));
    Map<String, String> night = colours(sheet.substring(sheet.indexOf(DARK) + DARK.length()));
    assertThat(night.keySet()).isEqualTo(day.keySet());
  }

  @Test
  void noTwoLinesDifferByColourAlone() {
    long dashes =
        IntStream.range(0, 8)
            .mapToObj(
                style -> sheet.replaceAll("(?s).*\\.s" + style + "\\{(stroke-dash[^}]*).*", "$1"))
            .distinct()
            .count();
    assertThat(dashes).isEqualTo(8);
  }

  private static void requireContrasts(Map<String, String> colours) {
    String page = colours.get("html background");
    for (String text : new String[] {"html color", "a color", ".quiet color", "svg text fill"}) {
      assertThat(contrast(colours.get(text), page)).as(text).isGreaterThanOrEqualTo(4.5);
    }
    for (int style = 0; style < 8; style++) {
      String line = ".s" + style + " stroke";
      assertThat(contrast(colours.get(line), page)).as(line).isGreaterThanOrEqualTo(3);
    }
    for (String shape :
        new String[] {"path.axis stroke", ".mark stroke", "path.guide stroke", "path.bars fill"}) {
      assertThat(contrast(colours.get(shape), page)).as(shape).isGreaterThanOrEqualTo(3);
    }
    // Points are drawn over the page, seven tenths opaque.
    assertThat(contrast(mixed(colours.get("path.points stroke"), page, 0.7), page))
        .isGreaterThanOrEqualTo(3);
    for (int shade = 1; shade <= 5; shade++) {
      for (String cell : new String[] {".r" + shade, ".w" + shade}) {
        double contrast = contrast(colours.get(cell + " color"), colours.get(cell + " background"));
        assertThat(contrast).as(cell).isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  /** Each colour by its selector, the first of a list, and its property. */
  private static Map<String, String> colours(String rules) {
    Map<String, String> colours = new HashMap<>();
    Matcher rule = RULE.matcher(rules);
    while (rule.find()) {
      Matcher colour = COLOUR.matcher(rule.group(2));
      while (colour.find()) {
        for (String selector : rule.group(1).split(",")) {
          colours.put(selector.trim() + " " + colour.group(1), colour.group(2));
        }
      }
    }
    return colours;
  }

  private static String mixed(String over, String under, double opacity) {
    StringBuilder mixed = new StringBuilder("#");
    for (int i = 0; i < 3; i++) {
      double value = opacity * channel(over, i) + (1 - opacity) * channel(under, i);
      mixed.append(String.format("%02x", Math.round(value)));
    }
    return mixed.toString();
  }

  private static double contrast(String a, String b) {
    double la = luminance(a);
    double lb = luminance(b);
    return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * linear(channel(colour, 0))
        + 0.7152 * linear(channel(colour, 1))
        + 0.0722 * linear(channel(colour, 2));
  }

  private static int channel(String colour, int i) {
    return Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16);
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
