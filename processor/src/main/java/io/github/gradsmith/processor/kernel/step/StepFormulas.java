package io.github.gradsmith.processor.kernel.step;

import com.palantir.javapoet.CodeBlock;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.render.JavaRenderer;
import io.github.gradsmith.processor.formula.render.MathRenderer;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.kernel.code.Names;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.optimizer.Assignment;
import io.github.gradsmith.processor.optimizer.StateSlot;
import io.github.gradsmith.processor.optimizer.UpdateRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The formulas of an update rule as Java and as text. */
public final class StepFormulas {
  /** The changed gradient of a parameter: the gradient arrays themselves stay as they are. */
  private static final String LOCAL_GRADIENT = "gi";

  /** Columns of a Javadoc line of a method after its asterisk. */
  private static final int WIDTH = 95;

  private final UpdateRule rule;
  private final ElementType scalar;

  public StepFormulas(UpdateRule rule, ElementType scalar) {
    this.rule = rule;
    this.scalar = scalar;
  }

  /**
   * A number that is the same for all parameters.
   *
   * @param outside what it is called where it is computed
   * @param inside what the formulas call it
   */
  public record Passed(String outside, String inside) {}

  /** The learning rate, if the assignments use it, and the scalars that they use. */
  public List<Passed> passed() {
    Set<String> used = new TreeSet<>();
    rule.assignments().forEach(assignment -> used.addAll(assignment.value().variables()));
    List<Passed> passed = new ArrayList<>();
    if (used.contains(UpdateRule.RATE)) {
      passed.add(new Passed("learningRate", UpdateRule.RATE));
    }
    rule.scalars().stream()
        .map(Assignment::target)
        .filter(used::contains)
        .forEach(name -> passed.add(new Passed(name, name)));
    return passed;
  }

  /** Computes the scalars of the step that is counted, in double. */
  CodeBlock scalars() {
    CodeBlock.Builder code = CodeBlock.builder();
    Map<String, CodeBlock> names = new HashMap<>();
    names.put(UpdateRule.RATE, CodeBlock.of("learningRate"));
    names.put(UpdateRule.STEP, CodeBlock.of(UpdateRule.STEP));
    if (rule.countsSteps()) {
      code.addStatement("double $L = $L[0]", UpdateRule.STEP, Names.STEPS);
    }
    for (Assignment assignment : rule.scalars()) {
      Expr named = nameStepPowers(rule.folded(assignment), names);
      CodeBlock value = JavaRenderer.render(named, Precision.DOUBLE, names);
      boolean rounded = scalar.isFloat() && isPassed(assignment);
      code.addStatement(
          rounded ? "float $L = (float) ($L)" : "double $L = $L", assignment.target(), value);
      names.put(assignment.target(), CodeBlock.of("$L", assignment.target()));
    }
    return code.build();
  }

  /** Puts a variable for βᵏ, which then is a call. */
  private static Expr nameStepPowers(Expr expr, Map<String, CodeBlock> names) {
    if (expr instanceof Expr.Power power
        && power.base() instanceof Expr.Number base
        && power.exponent().equals(Expr.variable(UpdateRule.STEP))) {
      CodeBlock number = JavaRenderer.literal(base.value().toDouble(), Precision.DOUBLE);
      String name = number + "^" + UpdateRule.STEP;
      names.put(
          name, CodeBlock.of("$T.power($L, $L)", ElementType.POWERS, number, UpdateRule.STEP));
      return Expr.variable(name);
    }
    return expr.withChildren(
        expr.children().stream().map(child -> nameStepPowers(child, names)).toList());
  }

  private boolean isPassed(Assignment assignment) {
    return passed().stream().anyMatch(passed -> passed.inside().equals(assignment.target()));
  }

  /** What happens to the parameter {@code w[i]}. */
  public CodeBlock assignments() {
    CodeBlock.Builder code = CodeBlock.builder();
    Map<String, CodeBlock> names = new HashMap<>();
    names.put(UpdateRule.PARAMETER, CodeBlock.of("w[i]"));
    names.put(UpdateRule.GRADIENT, CodeBlock.of("g[i]"));
    for (StateSlot slot : rule.slots()) {
      names.put(slot.letter(), CodeBlock.of("$L[i]", slot.letter()));
    }
    passed().forEach(passed -> names.put(passed.inside(), CodeBlock.of("$L", passed.inside())));
    for (Assignment assignment : rule.assignments()) {
      Expr value = rule.folded(assignment);
      if (assignment.target().equals(UpdateRule.GRADIENT)) {
        code.addStatement("$T $L = $L", scalar.type(), LOCAL_GRADIENT, render(value, names));
        names.put(UpdateRule.GRADIENT, CodeBlock.of(LOCAL_GRADIENT));
      } else {
        code.addStatement("$L", assign(assignment.target(), value, names));
      }
    }
    return code.build();
  }

  /** {@code x = x + y} is written {@code x += y}. */
  private CodeBlock assign(String target, Expr value, Map<String, CodeBlock> names) {
    CodeBlock place = names.get(target);
    if (value instanceof Expr.Sum sum
        && sum.terms().size() == 2
        && sum.terms().get(0).equals(Expr.variable(target))) {
      Expr change = sum.terms().get(1);
      CodeBlock added = render(change, names);
      return added.toString().startsWith("-")
          ? CodeBlock.of("$L -= $L", place, render(Expr.negate(change), names))
          : CodeBlock.of("$L += $L", place, added);
    }
    return CodeBlock.of("$L = $L", place, render(value, names));
  }

  private CodeBlock render(Expr value, Map<String, CodeBlock> names) {
    return JavaRenderer.render(value, scalar.precision(), names);
  }

  /** Says of a step of all layers what its scalars and hyper-parameters are. */
  String stepJavadoc() {
    List<String> numbers = new ArrayList<>();
    rule.hyperParameters().forEach((letter, value) -> numbers.add(letter + " = " + decimal(value)));
    String step = rule.countsSteps() ? "Step k of all layers" : "One step of all layers";
    return lines(step + " with learning rate r", texts(rule.scalars()), numbers);
  }

  /** Says what happens to the numbers of a row. */
  public String rowJavadoc() {
    return lines("One step of a row", texts(rule.assignments()), List.of());
  }

  private static List<String> texts(List<Assignment> assignments) {
    return assignments.stream()
        .map(assignment -> assignment.target() + " = " + MathRenderer.render(assignment.value()))
        .toList();
  }

  private static String decimal(Rational value) {
    return value.toBigDecimal().stripTrailingZeros().toString().replace('E', 'e');
  }

  /** "What: formulas; numbers.", broken between formulas where a line is full. */
  private static String lines(String what, List<String> formulas, List<String> numbers) {
    List<String> pieces = new ArrayList<>();
    pieces.add(what + (formulas.isEmpty() ? "" : ":"));
    addList(formulas, pieces);
    if (!numbers.isEmpty()) {
      pieces.set(pieces.size() - 1, pieces.get(pieces.size() - 1) + ";");
      addList(numbers, pieces);
    }
    StringBuilder text = new StringBuilder();
    int column = 0;
    for (String piece : pieces) {
      boolean fits = column + 1 + piece.length() <= WIDTH;
      text.append(column == 0 ? "" : fits ? " " : "\n").append(piece);
      column = fits ? column + 1 + piece.length() : piece.length();
    }
    return text.append('.').toString();
  }

  private static void addList(List<String> parts, List<String> pieces) {
    for (int i = 0; i < parts.size(); i++) {
      pieces.add(parts.get(i) + (i < parts.size() - 1 ? "," : ""));
    }
  }
}
