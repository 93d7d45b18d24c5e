package io.github.gradsmith.processor.formula.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.formula.text.FormulaPrinter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NanThroughTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "where(z > 1, z, 0) | where(z <= 1, 0, z)",
        "where(z > 0, z, exp(z) - 1) | where(z > 0, z, expm1(z))",
        "where(z > 0, 1, 0) | where(z > 0, 1, where(z <= 0, 0, z))",
        "where(z <= -3, 0, where(z >= 3, 1, z)) | where(z <= -3, 0, where(z >= 3, 1, z))",
        "where(z > 0, z, 0) | max(z, 0)",
        "where(z <= 2, 2, z) | max(z, 2)",
        "where(a > t, a, 3) | where(a > t, a, where(a <= t, 3, a + t))",
      })
  void theBranchForNanHasTheVariable(String formula, String through) {
    Expr value = StableForm.ofValue(FormulaParser.parse(formula));
    assertThat(FormulaPrinter.print(value)).isEqualTo(through);
  }

  @Test
  void nestedChoicesLetItThrough() {
    Expr value =
        StableForm.ofValue(
            FormulaParser.parse("where(z < -1, -1, where(z < 0, 2, where(z < 1, z, 1)))"));
    assertThat(Evaluator.evaluate(value, Map.of("z", Double.NaN))).isNaN();
    assertThat(Evaluator.evaluate(value, Map.of("z", -2.0))).isEqualTo(-1);
    assertThat(Evaluator.evaluate(value, Map.of("z", -0.5))).isEqualTo(2);
    assertThat(Evaluator.evaluate(value, Map.of("z", 0.5))).isEqualTo(0.5);
    assertThat(Evaluator.evaluate(value, Map.of("z", Double.POSITIVE_INFINITY))).isEqualTo(1);
  }
}
