package io.github.gradsmith.processor.derivation;

import static io.github.gradsmith.processor.page.Page.inline;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.render.LatexRenderer;
import io.github.gradsmith.processor.optimizer.Assignment;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import io.github.gradsmith.processor.page.Page;
import io.github.gradsmith.processor.page.Symbols;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The step that training takes. */
final class UpdateSection {
  private static final LatexRenderer LATEX = LatexRenderer.FRACTIONS;
  private static final String GRADIENT = "g = \\frac{\\partial E}{\\partial w}";

  /** Names of rules that LaTeX has macros for. */
  private static final Map<String, String> LETTERS =
      Map.of(
          "α", "\\alpha",
          "β", "\\beta",
          "ε", "\\varepsilon",
          "λ", "\\lambda",
          "μ", "\\mu",
          "ρ", "\\rho");

  private static final String ALPHA = "α";

  private final UpdateRule rule;

  private UpdateSection(UpdateRule rule) {
    this.rule = rule;
  }

  static void write(NetworkPlan plan, Page page) {
    UpdateSection section = new UpdateSection(plan.update());
    page.section("The update");
    if (plan.update().isPlainDescent()) {
      section.writeEachParameter(plan, page);
    } else {
      section.writeRule(page);
    }
  }

  private void writeEachParameter(NetworkPlan plan, Page page) {
    page.paragraph(
        "Training goes against the gradient, by the learning rate "
            + inline(letter(UpdateRule.RATE))
            + "; a mini-batch takes the mean of its samples' gradients:");
    List<String> lines = new ArrayList<>();
    for (LayerPlan layer : plan.layers()) {
      for (String letter : List.of("W", "b")) {
        String w = Symbols.of(letter, layer.number());
        Map<String, String> names =
            Map.of(UpdateRule.PARAMETER, w, UpdateRule.GRADIENT, Symbols.partial("E", w));
        rule.assignments().forEach(assignment -> lines.add(line(assignment, names)));
      }
    }
    page.formulas(lines);
  }

  private void writeRule(Page page) {
    page.paragraph(
        "The optimizer `"
            + rule.name()
            + "` changes each weight or bias "
            + inline("w")
            + " by its gradient "
            + inline(GRADIENT)
            + ", of a mini-batch the mean over its samples, with the learning rate "
            + inline(letter(UpdateRule.RATE))
            + settings()
            + "."
            + state());
    if (!rule.scalars().isEmpty()) {
      page.paragraph("Step " + inline("k") + " begins with what all parameters share:");
      page.formulas(lines(rule.scalars()));
      page.paragraph("Then, for each parameter in this order:");
    }
    page.formulas(lines(rule.assignments()));
  }

  private String settings() {
    return rule.hyperParameters().entrySet().stream()
        .map(
            setting ->
                ", " + inline(letter(setting.getKey()) + " = " + decimal(setting.getValue())))
        .collect(Collectors.joining());
  }

  private static String decimal(Rational value) {
    return value.toBigDecimal().stripTrailingZeros().toPlainString();
  }

  private String state() {
    if (!rule.hasState()) {
      return "";
    }
    String slots =
        rule.slots().stream()
            .map(StateSlot::letter)
            .map(slot -> inline(letter(slot)))
            .collect(Collectors.joining(" and "));
    return " From step to step it keeps " + slots + " for each of them, 0 at first.";
  }

  private List<String> lines(List<Assignment> assignments) {
    return assignments.stream().map(assignment -> line(assignment, Map.of())).toList();
  }

  /** An assignment, with other names for some of its letters. */
  private String line(Assignment assignment, Map<String, String> names) {
    Map<String, Expr> letters = new HashMap<>();
    for (String name : assignment.value().variables()) {
      letters.put(name, Expr.variable(names.getOrDefault(name, letter(name))));
    }
    String target = names.getOrDefault(assignment.target(), letter(assignment.target()));
    return target + " &= " + LATEX.render(assignment.value().substitute(letters));
  }

  /**
   * A letter in LaTeX, a number behind it as an index. The learning rate is the lecture's α, unless
   * the rule calls something else by that letter.
   */
  private String letter(String name) {
    if (name.equals(UpdateRule.RATE) && !rule.hyperParameters().containsKey(ALPHA)) {
      return LETTERS.get(ALPHA);
    }
    String index = name.substring(1);
    String letter = LETTERS.getOrDefault(name.substring(0, 1), name.substring(0, 1));
    return index.isEmpty() ? letter : letter + "_{" + index + "}";
  }
}
