package io.github.gradsmith.processor.formula.form;

import io.github.gradsmith.processor.formula.expr.Comparison;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.expr.Function;
import io.github.gradsmith.processor.formula.expr.OperationCount;
import io.github.gradsmith.processor.formula.expr.Question;
import io.github.gradsmith.processor.formula.expr.Rational;
import io.github.gradsmith.processor.formula.expr.StepBudget;
import io.github.gradsmith.processor.formula.normal.Factoring;
import io.github.gradsmith.processor.formula.normal.Fraction;
import io.github.gradsmith.processor.formula.normal.Normalizer;
import io.github.gradsmith.processor.formula.normal.Polynomial;
import io.github.gradsmith.processor.formula.normal.Presenter;
import io.github.gradsmith.processor.formula.normal.Roots;
import io.github.gradsmith.processor.formula.normal.Sign;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form for a machine: finite wherever the value is and as accurate as the functions it calls.
 *
 * <p>A quotient of exponentials overflows although its value does not. It is therefore written in a
 * bounded function (sigmoid, tanh) or, where these would cancel, in q = exp(−|u|) ≤ 1, whose powers
 * below are taken out and joined in one exponent: Σ cᵢ exp(kᵢ) = exp(m) Σ cᵢ exp(kᵢ − m) for the
 * largest kᵢ = m. A logarithm of it is m + log(Σ …).
 */
public final class StableForm extends Composer {
  private static final Fraction HALF = Fraction.constant(Rational.of(1, 2));
  private static final Question STABLE =
      new Question("stable", expr -> StepBudget.bounded(() -> wholeOrByParts(expr)));

  private StableForm() {}

  /**
   * The same function in stable form. What has no exponential in it stays as it is written; what is
   * too large to be looked at whole is rewritten part by part.
   */
  public static Expr of(Expr expr) {
    return StepBudget.isShared() ? wholeOrByParts(expr) : STABLE.of(expr);
  }

  private static Expr wholeOrByParts(Expr expr) {
    return grows(expr)
        ? StepBudget.attempt(() -> new StableForm().compose(expr)).orElseGet(() -> byParts(expr))
        : expr;
  }

  private static Expr byParts(Expr expr) {
    return expr.withChildren(expr.children().stream().map(StableForm::wholeOrByParts).toList());
  }

  /**
   * The stable form of a value that is to be NaN wherever a variable is; that of a derivative,
   * which is multiplied by what is NaN then, need not be.
   */
  public static Expr ofValue(Expr expr) {
    return NanThrough.of(of(expr));
  }

  /** Whether there is a function in it that may grow or vanish exponentially. */
  private static boolean grows(Expr expr) {
    boolean here = expr instanceof Expr.Power power && !(power.exponent() instanceof Expr.Number);
    if (expr instanceof Expr.Call call) {
      here =
          switch (call.function()) {
            case SQRT, SIN, COS, ATAN, ERF, ABS, SIGN -> false;
            default -> true;
          };
    }
    return here || expr.children().stream().anyMatch(StableForm::grows);
  }

  @Override
  List<Expr> forms(Fraction fraction, ExponentialGroups sorted) {
    boolean independent = sorted.exponent().isZero() && sorted.mixed().isEmpty();
    List<Expr> forms = new ArrayList<>();
    if (independent && sorted.groups().size() == 1) {
      ExponentialGroups.Group group = sorted.groups().get(0);
      for (Fraction form : bounded(group, sorted.rest())) {
        forms.add(write(sorted.rest().times(form)));
      }
    }
    Laurent.sum(fraction, sorted).map(this::finish).ifPresent(forms::add);
    if (forms.isEmpty()) {
      forms.add(scaled(sorted).write());
    }
    return forms;
  }

  /** The group in functions that stay finite and do not cancel. */
  private List<Fraction> bounded(ExponentialGroups.Group group, Fraction rest) {
    List<Fraction> forms = new ArrayList<>();
    boolean alone = rest.factors().keySet().stream().allMatch(Factoring::isNumber);
    for (GroupForm form : GroupForm.of(group, this)) {
      if (form.isAccurate(alone)) {
        forms.add(form.function());
      }
    }
    forms.add(inDecay(group, true));
    return forms;
  }

  /** The group in q, with the powers of q that are left over or without them. */
  private Fraction inDecay(ExponentialGroups.Group group, boolean withPowers) {
    Fraction magnitude = isNeverNegative(group) ? group.argument() : Roots.abs(group.argument());
    Fraction exponent = magnitude.times(Fraction.constant(Rational.of(-1)));
    Expr q = stand(Expr.call(Function.EXP, compose(exponent)));
    Decay decay = Decay.of(group, q);
    int above = withPowers ? -decay.growthAbove() : 0;
    int below = withPowers ? decay.growthBelow() : 0;
    Fraction atAbove = decay.above().times(Fraction.atom(q).power(above));
    Fraction atBelow = decay.below().times(Fraction.atom(q).power(below));
    if (isNeverNegative(group) || atAbove.equals(atBelow)) {
      return decay.common().times(atAbove);
    }
    Fraction shared = Fraction.atom(q).power(above == below ? above : 0);
    Expr u = compose(group.argument().times(Fraction.constant(positivePart(group).inverse())));
    Expr then = write(atAbove.over(shared));
    Expr otherwise = write(atBelow.over(shared));
    Expr choice = new Expr.Choice(Comparison.GREATER, u, Expr.ZERO, then, otherwise);
    return decay.common().times(shared).times(Fraction.atom(stand(choice)));
  }

  private static Rational positivePart(ExponentialGroups.Group group) {
    return group.argument().coefficient().abs();
  }

  private static boolean isNeverNegative(ExponentialGroups.Group group) {
    return !Sign.of(Presenter.present(group.argument()), Map.of()).negative();
  }

  /** exp(exponent) · value, where the value neither overflows nor vanishes exponentially. */
  private record Scaled(StableForm form, Fraction exponent, Fraction value) {
    Expr write() {
      Expr scale = Expr.call(Function.EXP, form.write(exponent));
      return form.write(exponent.isZero() ? value : value.times(Fraction.atom(form.stand(scale))));
    }
  }

  private Scaled scaled(ExponentialGroups sorted) {
    Fraction exponent = sorted.exponent();
    Fraction value = sorted.rest();
    for (ExponentialGroups.Group group : sorted.groups()) {
      Optional<GroupForm> pure =
          GroupForm.of(group, this).stream()
              .filter(form -> form.isAccurate(false))
              .min(Comparator.comparingLong(form -> OperationCount.of(write(form.function()))));
      if (pure.isPresent()) {
        value = value.times(pure.get().function());
      } else {
        value = value.times(inDecay(group, false));
        exponent = exponent.plus(growth(group));
      }
    }
    for (Map.Entry<Polynomial, Integer> entry : sorted.mixed().entrySet()) {
      MixedSum sum = MixedSum.of(entry.getKey());
      Expr largest = stand(compose(sum.largestExponent()));
      Fraction m = Fraction.atom(largest);
      Fraction n = Fraction.constant(Rational.of(entry.getValue()));
      exponent = exponent.plus(m.times(n));
      value =
          value.times(
              sum.scaled(m, x -> stand(Expr.call(Function.EXP, write(x)))).power(entry.getValue()));
    }
    return new Scaled(this, exponent, value);
  }

  /** n u for u ≤ 0, m u for u &gt; 0: n u + (m − n) max(u, 0). */
  private Fraction growth(ExponentialGroups.Group group) {
    Decay decay = Decay.of(group, group.unit());
    Fraction u = group.argument();
    if (isNeverNegative(group)) {
      return u.times(Fraction.constant(Rational.of(decay.growthAbove())));
    }
    int bend = decay.growthAbove() - decay.growthBelow();
    Expr positive = stand(new Expr.Extremum(true, compose(u), Expr.ZERO));
    return u.times(Fraction.constant(Rational.of(decay.growthBelow())))
        .plus(Fraction.atom(positive).times(Fraction.constant(Rational.of(bend))));
  }

  /** log(exp(m) y) = m + log(y), √(exp(m) y) = exp(m/2) √y. */
  @Override
  Expr atom(Expr atom) {
    Optional<Scaled> log = scaledArgument(atom, Function.LOG);
    if (log.isPresent()) {
      Expr value = Expr.call(Function.LOG, write(log.get().value()));
      return Expr.sum(write(log.get().exponent()), value);
    }
    Optional<Scaled> root = scaledArgument(atom, Function.SQRT);
    if (root.isPresent()) {
      Expr scale = Expr.call(Function.EXP, write(root.get().exponent().times(HALF)));
      return Expr.product(scale, Expr.call(Function.SQRT, write(root.get().value())));
    }
    return super.atom(atom);
  }

  /** A root that is a factor lends its scale to the exponent of the whole. */
  @Override
  Fraction rename(Fraction fraction) {
    Fraction result = fraction;
    for (Map.Entry<Polynomial, Integer> entry : fraction.factors().entrySet()) {
      Optional<Expr> atom = entry.getKey().asAtom();
      Optional<Scaled> scaled = atom.flatMap(root -> scaledArgument(root, Function.SQRT));
      if (scaled.isPresent()) {
        Fraction half = scaled.get().exponent().times(HALF);
        Expr scale = Expr.call(Function.EXP, Presenter.present(half));
        Expr root = stand(Expr.call(Function.SQRT, write(scaled.get().value())));
        Fraction split = Normalizer.normalize(scale).times(Fraction.atom(root));
        result =
            result
                .over(Fraction.of(entry.getKey(), entry.getValue()))
                .times(split.power(entry.getValue()));
      }
    }
    return super.rename(result);
  }

  private Optional<Scaled> scaledArgument(Expr atom, Function function) {
    if (!(atom instanceof Expr.Call call) || call.function() != function) {
      return Optional.empty();
    }
    ExponentialGroups sorted = ExponentialGroups.of(rename(Normalizer.normalize(call.argument())));
    return sorted.isEmpty() ? Optional.empty() : Optional.of(scaled(sorted));
  }

  @Override
  boolean isForMachines() {
    return true;
  }
}
