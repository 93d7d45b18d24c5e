package io.github.gradsmith.processor.kernel;

import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.Remembered;
import io.github.gradsmith.processor.formula.StableForm;

/** Formulas in the stable form in which they are generated, each found once. */
final class MachineForm {
  private static final Remembered<Expr, Expr> FORMS = new Remembered<>(StableForm::of);
  private static final Remembered<Expr, Expr> OF_VALUES = new Remembered<>(StableForm::ofValue);

  private MachineForm() {}

  /** As {@link StableForm#of}. */
  static Expr of(Expr formula) {
    return FORMS.of(formula);
  }

  /** As {@link StableForm#ofValue}. */
  static Expr ofValue(Expr value) {
    return OF_VALUES.of(value);
  }
}
