package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.processor.activation.Activations;
import io.github.gradsmith.processor.formula.expr.Evaluator;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.text.FormulaParser;
import io.github.gradsmith.processor.model.ActivationChoice;
import java.util.List;
import java.util.Map;

/** Activations that are read from a model, beside those of the network that wrote it. */
final class ReadActivations {
  private ReadActivations() {}

  /** A formula may come back in another spelling, or by the name of what it is. */
  static void same(List<ActivationChoice> read, List<String> written) {
    assertThat(read).hasSameSizeAs(written);
    for (int layer = 0; layer < written.size(); layer++) {
      same(read.get(layer), written.get(layer));
    }
  }

  private static void same(ActivationChoice read, String written) {
    if (!written.contains("z")) {
      assertThat(read.text()).isEqualTo(written);
      return;
    }
    Expr expected = FormulaParser.parse(written);
    Expr actual = Activations.of(read).value();
    for (double z = -4; z <= 4; z += 0.25) {
      double value = Evaluator.evaluate(expected, Map.of("z", z));
      assertThat(Evaluator.evaluate(actual, Map.of("z", z)))
          .as("%s, read as %s, at %s", written, read.text(), z)
          .isCloseTo(value, within(1e-6 * Math.max(1, Math.abs(value))));
    }
  }
}
