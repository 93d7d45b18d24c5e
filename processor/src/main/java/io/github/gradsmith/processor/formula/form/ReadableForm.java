package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.normal.Fraction;
import io.github.gradsmith.processor.formula.normal.Normalizer;
import io.github.gradsmith.processor.formula.normal.Presenter;
import java.util.ArrayList;
import java.util.List;

/** The form for a reader: with sigmoid, tanh, sinh and cosh where these make it shorter. */
public final class ReadableForm extends Composer {
  public static Expr of(Fraction fraction) {
    return new ReadableForm().compose(fraction);
  }

  @Override
  List<Expr> forms(Fraction fraction, ExponentialGroups sorted) {
    List<Expr> forms = new ArrayList<>();
    if (sorted.groups().size() == 1) {
      Fraction others = others(sorted);
      for (GroupForm form : GroupForm.of(sorted.groups().get(0), this)) {
        forms.add(write(others.times(form.function())));
      }
    }
    forms.add(write(fraction));
    return forms;
  }

  private static Fraction others(ExponentialGroups sorted) {
    Fraction result = sorted.rest();
    if (!sorted.exponent().isZero()) {
      Expr exp = Expr.call(Function.EXP, Presenter.present(sorted.exponent()));
      result = result.times(Normalizer.normalize(exp));
    }
    for (var entry : sorted.mixed().entrySet()) {
      result = result.times(Fraction.of(entry.getKey(), entry.getValue()));
    }
    return result;
  }
}
