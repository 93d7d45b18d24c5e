package io.github.gradsmith.processor.validate.formula;

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

/**
 * A formula of the user's own.
 *
 * @param text as written, with a space for every line break or tab
 * @param kind of what it is the formula
 * @param place where it is written
 */
public record WrittenFormula(String text, Kind kind, Place place) {
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
    String variable() {
      return variable;
    }

    /** All its variables, as a sentence names them. */
    String variableNames() {
      return variableNames;
    }

    /** A formula of the kind. */
    String example() {
      return example;
    }
  }

  /** All formulas of a declaration, in the order of the source; softmax(z) is none of its own. */
  static List<WrittenFormula> of(NetworkDeclaration declaration) {
    List<WrittenFormula> formulas = new ArrayList<>();
    List<Located<ActivationChoice>> choices =
        declaration.formula().isPresent()
            ? declaration.writtenFormulas()
            : declaration.activations();
    for (Located<ActivationChoice> choice : choices) {
      if (choice.value() instanceof ActivationChoice.Written written) {
        formulas.add(of(new Located<>(written.formula(), choice.place()), Kind.ACTIVATION));
      }
    }
    declaration.lossFormula().ifPresent(f -> formulas.add(of(f, Kind.LOSS)));
    return formulas;
  }

  private static WrittenFormula of(Located<String> written, Kind kind) {
    return new WrittenFormula(oneLine(written.value()), kind, written.place());
  }

  private static String oneLine(String written) {
    return written.replaceAll("\\s", " ");
  }

  private static Expr parse(String written, Kind kind) {
    return FormulaParser.parse(oneLine(written), kind.variables);
  }

  /** The one spelling of a readable formula that does not depend on spaces. */
  public static String canonical(String written, Kind kind) {
    return FormulaPrinter.print(parse(written, kind));
  }

  /** A formula, unless it cannot be read. */
  public static Optional<Expr> parsed(String written, Kind kind) {
    try {
      return Optional.of(parse(written, kind));
    } catch (FormulaException e) {
      return Optional.empty();
    }
  }

  /** The formula, unless it cannot be read. */
  Optional<Expr> expression() {
    return parsed(text, kind);
  }

  /** Why it cannot be read, if that is so. */
  Optional<FormulaException> fault() {
    try {
      parse(text, kind);
      return Optional.empty();
    } catch (FormulaException e) {
      return Optional.of(e);
    }
  }
}
