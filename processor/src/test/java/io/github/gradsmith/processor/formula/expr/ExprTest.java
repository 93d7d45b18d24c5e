package io.github.gradsmith.processor.formula.expr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExprTest {
  @Test
  void substitutesAllVariablesAtOnceAndKeepsTheOrder() {
    Expr delta = FormulaParser.parse("(a - t) * a * (1 - a)");
    Expr renamed = delta.substitute(Map.of("a", Expr.variable("t"), "t", Expr.variable("a")));
    assertThat(FormulaPrinter.print(renamed)).isEqualTo("(t - a) * t * (1 - t)");
  }

  @Test
  void listsItsVariablesInOrder() {
    Expr expr = FormulaParser.parse("where(z > y, exp(t), 1) / x^a");
    assertThat(expr.variables()).containsExactly("a", "t", "x", "y", "z");
  }

  @Test
  void foldsNumbersAndFlattens() {
    assertThat(FormulaPrinter.print(FormulaParser.parse("1 + (x + 2) - 3 + y"))).isEqualTo("x + y");
    assertThat(FormulaPrinter.print(FormulaParser.parse("x * 2 * (y * 3) / 4")))
        .isEqualTo("3/2 * x * y");
    assertThat(FormulaParser.parse("(x^2)^-3")).isEqualTo(FormulaParser.parse("1 / x^6"));
  }
}
