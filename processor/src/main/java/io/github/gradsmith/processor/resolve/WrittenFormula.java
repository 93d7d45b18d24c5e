package io.github.gradsmith.processor.resolve;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaException;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.NetworkDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A formula of the user's own.
 *
 * @param text as written, with a space for every line break or tab
 * @param kind of what it is the formula
 * @param place where it is written
 * @param expression what it means, if it can be read
 * @param fault why it cannot be read, if that is so
 */
public record WrittenFormula(
    String text,
    Kind kind,
    Place place,
    Optional<Expr> expression,
    Optional<FormulaException> fault) {
  /** What formulas there are. */
  public enum Kind {
    ACTIVATION("z", Set.of("z"), "z", "z / (1 + exp(-z))"),
    LOSS("a", Set.of("a", "t"), "a and t", "log(cosh(a - t))");

    private final String variable;
    private final Set<String> variables;
    private final String variableNames;
    private final String example;

    Kind(String variable, Set<String> variables, String variableNames, String example) {
      this.variable = variable;
      this.variables = variables;
      this.variableNames = variableNames;
      this.example = example;
    }

    /** The variable by which it is derived. */
    public String variable() {
      return variable;
    }

    /** All its variables, as a sentence names them. */
    public String variableNames() {
      return variableNames;
    }

    /** A formula of the kind. */
    public String example() {
      return example;
    }
  }

  /**
   * All formulas of a declaration, in the order of the source; softmax(z) is none of its own.
   *
   * @param imported those of the layers of a model file
   */
  static List<WrittenFormula> allOf(
      NetworkDeclaration declaration, List<Located<ActivationChoice>> imported) {
    List<WrittenFormula> formulas = new ArrayList<>();
    Stream<Located<ActivationChoice>> activations =
        Stream.concat(
            declaration
                .formula()
                .map(written -> written.value().stream().map(WrittenFormula::choice))
                .orElse(imported.stream()),
            ofConstants(declaration));
    activations.forEach(
        entry -> {
          if (entry.value() instanceof ActivationChoice.Written written) {
            formulas.add(parse(written.formula(), entry.place(), Kind.ACTIVATION));
          }
        });
    declaration
        .lossFormula()
        .ifPresent(entry -> formulas.add(parse(entry.value(), entry.place(), Kind.LOSS)));
    return formulas;
  }

  private static Stream<Located<ActivationChoice>> ofConstants(NetworkDeclaration declaration) {
    return declaration.layerEnum().stream()
        .flatMap(layers -> layers.constants().stream())
        .flatMap(constant -> constant.annotation().stream())
        .flatMap(annotation -> annotation.formula().stream())
        .map(WrittenFormula::choice);
  }

  /** What the formula of an activation means, as it is written. */
  static Located<ActivationChoice> choice(Located<String> entry) {
    return new Located<>(ActivationChoice.ofFormula(entry.value()), entry.place());
  }

  private static WrittenFormula parse(String written, Place place, Kind kind) {
    String text = oneLine(written);
    try {
      Expr expression = FormulaParser.parse(text, kind.variables);
      return new WrittenFormula(text, kind, place, Optional.of(expression), Optional.empty());
    } catch (FormulaException e) {
      return new WrittenFormula(text, kind, place, Optional.empty(), Optional.of(e));
    }
  }

  private static String oneLine(String written) {
    return written.replaceAll("\\s", " ");
  }

  /** Whether this is the activation that stands there, as written or in canonical spelling. */
  boolean is(Located<ActivationChoice> activation) {
    return kind == Kind.ACTIVATION
        && place.equals(activation.place())
        && activation.value() instanceof ActivationChoice.Written written
        && (text.equals(oneLine(written.formula())) || canonical().equals(written.formula()));
  }

  /** The one spelling that does not depend on spaces; as written if it cannot be read. */
  public String canonical() {
    return expression.map(FormulaPrinter::print).orElse(text);
  }
}
