package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;
import static io.github.gradsmith.processor.page.Symbols.partial;

import io.github.gradsmith.processor.page.Page;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;

/** The derivatives by the weights of each layer, split into local derivatives. */
final class ChainSection {
  /** Layers between which a chain is written out. */
  private static final int LONGEST_CHAIN = 5;

  private final int last;
  private final LocalNumbers numbers;

  private ChainSection(NetworkPlan plan) {
    this.last = plan.last().number();
    this.numbers = new LocalNumbers(plan);
  }

  static void write(NetworkPlan plan, Page page) {
    new ChainSection(plan).write(page);
  }

  private void write(Page page) {
    page.section("The chain rule");
    page.paragraph(way() + " The chain rule splits the derivative where the layers meet:");
    page.formula(chain(2));
    if (last > 2) {
      page.paragraph("The later a layer, the shorter its chain:");
      List<String> shorter = new ArrayList<>();
      for (int layer = 3; layer <= last; layer++) {
        shorter.add(chain(layer).replaceFirst("=", "&="));
      }
      page.formulas(shorter);
    }
    page.paragraph(
        "Each factor is a local derivative: it looks at one layer only. Every "
            + inline("A")
            + " is computed by way of the weighted sums "
            + inline("Z")
            + ", which splits "
            + numbers.behindZ()
            + " once more:");
    page.formulas(throughZ());
  }

  private String way() {
    String loss = "The loss depends on the outputs " + inline(a(last));
    if (last == 2) {
      return loss + ", and these on the weights " + inline(w(2)) + ".";
    }
    String between =
        last == 3 ? ", these on " + inline(a(2)) : ", these on the layer before, and so on";
    return loss + between + ", and " + inline(a(2)) + " on the weights " + inline(w(2)) + ".";
  }

  /** ∂E/∂W of a layer as a product with numbered factors. */
  private String chain(int layer) {
    List<String> factors = new ArrayList<>();
    factors.add(numbered(partial("E", a(last)), numbers.loss()));
    boolean isLong = last - layer > LONGEST_CHAIN;
    for (int l = last; l > layer; l--) {
      if (isLong && l == last - 1) {
        factors.add("\\cdots");
        l = layer + 1;
      }
      factors.add(numbered(partial(a(l), a(l - 1)), numbers.layer()));
    }
    factors.add(numbered(partial(a(layer), w(layer)), numbers.weights()));
    return partial("E", w(layer)) + " = " + String.join(" \\cdot ", factors);
  }

  private static String numbered(String derivative, String number) {
    return "\\underbrace{" + derivative + "}_{\\text{" + number + "}}";
  }

  private List<String> throughZ() {
    List<String> lines = new ArrayList<>();
    if (last > 2) {
      lines.add(split(numbers.layer(), last, a(last - 1)));
    }
    lines.add(split(numbers.weights(), 2, w(2)));
    return lines;
  }

  private static String split(String number, int layer, String by) {
    String z = Symbols.of("Z", layer);
    return "\\text{"
        + number
        + "} \\quad & "
        + partial(a(layer), by)
        + " = "
        + partial(a(layer), z)
        + " \\cdot "
        + partial(z, by);
  }

  private static String a(int layer) {
    return Symbols.of("A", layer);
  }

  private static String w(int layer) {
    return Symbols.of("W", layer);
  }
}
