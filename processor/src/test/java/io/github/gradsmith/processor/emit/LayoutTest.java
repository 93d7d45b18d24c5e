package io.github.gradsmith.processor.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How a generated file is set; the golden files show it whole. */
@Tag("fast")
class LayoutTest {
  private static String set(String... lines) {
    return Layout.set(String.join("\n", lines));
  }

  private static String text(String... lines) {
    return String.join("\n", lines);
  }

  @Test
  void javadocOfOneLineIsOneLine() {
    assertThat(set("  /**", "   * A neuron.", "   */", "  int j;", ""))
        .isEqualTo(text("  /** A neuron. */", "  int j;", ""));
    assertThat(set("/**", " * A class.", " */", "class A {}"))
        .isEqualTo(text("/** A class. */", "class A {}"));
  }

  @Test
  void otherJavadocStaysAsItIs() {
    String[] twoLines = {"  /**", "   * A neuron", "   * of many.", "   */", "  int j;"};
    String[] tag = {"  /**", "   * @param j a neuron", "   */", "  void f(int j);"};
    String[] cut = {"  /**", "   * A neuron."};

    assertThat(set(twoLines)).isEqualTo(text(twoLines));
    assertThat(set(tag)).isEqualTo(text(tag));
    assertThat(set(cut)).isEqualTo(text(cut));
  }

  @Test
  void fieldsOfOneLineStandBelowOneAnother() {
    String a = "  private final float[] a2 = new float[30];";
    String b = "  private final float[] b2;";

    assertThat(set(a, "", b, "", a, "")).isEqualTo(text(a, b, a, ""));
    String count = "  private long packedAt;";
    assertThat(set(a, "", count, "", b)).isEqualTo(text(a, count, b));
    String tile = "  private static final int TILE = 100;";
    String layout = "  private static final WeightLayout LAYOUT2 = WeightLayout.rows(3, 2);";
    assertThat(set(tile, "", layout, "", layout)).isEqualTo(text(tile, layout, layout));
  }

  @Test
  void otherMembersKeepTheirDistance() {
    String field = "  private final float[] b2;";
    String[] documented = {field, "", "  /** Weights. */", field};
    String[] inner = {field, "", "    private final int j;"};
    String[] constant = {"  private static final int TILE = 100;", "", field};
    String[] broken = {"  private final float[] a2 =", "", field};
    String[] mutable = {field, "", "  private int packedAt;"};
    String[] outside = {"private final int j;", "", "private final int k;"};

    assertThat(set(documented)).isEqualTo(text(documented));
    assertThat(set(inner)).isEqualTo(text(inner));
    assertThat(set(constant)).isEqualTo(text(constant));
    assertThat(set(broken)).isEqualTo(text(broken));
    assertThat(set(mutable)).isEqualTo(text(mutable));
    assertThat(set(outside)).isEqualTo(text(outside));
  }
}
