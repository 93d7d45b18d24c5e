package io.github.gradsmith.processor.validate.formula;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.formula.text.FormulaException;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.resolve.WrittenFormula;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;

/** Every formula can be read. */
public final class ReadableFormulas implements Rule {
  /** Of a long formula so many characters are shown on either side of the fault. */
  private static final int SHOWN = 60;

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    return network.formulas().stream()
        .flatMap(formula -> formula.fault().stream().map(fault -> fault(formula, fault)))
        .toList();
  }

  /** Compilers mark the whole string, so the text of the message marks the character. */
  private static Fault fault(WrittenFormula formula, FormulaException fault) {
    String text = formula.text();
    int position = fault.position();
    int from = Math.max(0, position - SHOWN);
    int to = Math.min(text.length(), position + SHOWN);
    String before = from > 0 ? "…" : "";
    String excerpt = before + text.substring(from, to) + (to < text.length() ? "…" : "");
    String caret = " ".repeat(before.length() + position - from) + "^";
    boolean softmax =
        text.startsWith("softmax", position) || text.startsWith("logsoftmax", position);
    if (softmax && formula.kind() == WrittenFormula.Kind.ACTIVATION) {
      return Message.FORMULA_WITH_SOFTMAX.at(formula.place(), position + 1, excerpt, caret);
    }
    return Message.FORMULA_UNREADABLE.at(
        formula.place(), position + 1, fault.getMessage(), excerpt, caret);
  }
}
