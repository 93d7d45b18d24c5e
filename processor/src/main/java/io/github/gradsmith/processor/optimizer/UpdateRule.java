package io.github.gradsmith.processor.optimizer;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How one step changes the parameters, as formulas. Weights and biases are treated alike, each
 * parameter by itself: its formulas hold {@link #PARAMETER}, its {@link #GRADIENT}, the letters of
 * the slots, of the hyper-parameters and of the scalars, and the learning {@link #RATE}.
 *
 * @param name as the topology gives it
 * @param source the papers that the rule is from
 * @param hyperParameters their exact decimal values by letter
 * @param slots what is kept for each parameter
 * @param scalars numbers computed once per step, in order, from the learning rate, the {@link
 *     #STEP} and scalars before
 * @param assignments what happens to each parameter, in order; the last one is the parameter's
 */
public record UpdateRule(
    String name,
    String source,
    Map<String, Rational> hyperParameters,
    List<StateSlot> slots,
    List<Assignment> scalars,
    List<Assignment> assignments) {
  /** A weight or a bias. */
  public static final String PARAMETER = "w";

  /** The derivative of the loss by the parameter; a rule may change it before use. */
  public static final String GRADIENT = "g";

  /** The learning rate. */
  public static final String RATE = "r";

  /** The number of the step: 1 for the first. */
  public static final String STEP = "k";

  public UpdateRule {
    hyperParameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperParameters));
    slots = List.copyOf(slots);
    scalars = List.copyOf(scalars);
    assignments = List.copyOf(assignments);
  }

  static Builder named(String name, String source) {
    return new Builder(name, source);
  }

  /** Whether anything is kept from step to step. */
  public boolean hasState() {
    return !slots.isEmpty();
  }

  /** Whether a step depends on how many there were before. */
  public boolean countsSteps() {
    return scalars.stream().anyMatch(scalar -> scalar.value().variables().contains(STEP));
  }

  /** Whether it is w = w − r g, so that a gradient's terms can go into the parameter one by one. */
  public boolean isPlainDescent() {
    Expr descent = FormulaParser.parse("w - r * g");
    return assignments.equals(List.of(new Assignment(PARAMETER, descent)));
  }

  /** The formula with the hyper-parameters put in, exactly: 1 − β becomes one number. */
  public Expr folded(Assignment assignment) {
    Map<String, Expr> numbers =
        hyperParameters.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> Expr.number(entry.getValue())));
    return assignment.value().substitute(numbers);
  }

  /** Collects a rule line by line. */
  static final class Builder {
    private final String name;
    private final String source;
    private final Map<String, Rational> hyperParameters = new LinkedHashMap<>();
    private final List<StateSlot> slots = new ArrayList<>();
    private final List<Assignment> scalars = new ArrayList<>();
    private final List<Assignment> assignments = new ArrayList<>();

    private Builder(String name, String source) {
      this.name = name;
      this.source = source;
    }

    Builder hyperParameter(String letter, double value) {
      hyperParameters.put(letter, Rational.ofShortestDecimal(value));
      return this;
    }

    Builder slot(String letter, String name) {
      slots.add(new StateSlot(letter, name));
      return this;
    }

    Builder scalar(String target, String formula) {
      scalars.add(new Assignment(target, FormulaParser.parse(formula)));
      return this;
    }

    Builder assign(String target, String formula) {
      assignments.add(new Assignment(target, FormulaParser.parse(formula)));
      return this;
    }

    UpdateRule build() {
      return new UpdateRule(name, source, hyperParameters, slots, scalars, assignments);
    }
  }
}
