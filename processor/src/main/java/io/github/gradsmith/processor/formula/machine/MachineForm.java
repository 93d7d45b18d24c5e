package io.github.gradsmith.processor.formula.machine;

import io.github.gradsmith.processor.formula.expr.ConstantValue;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.form.StableForm;
import java.util.function.UnaryOperator;

/**
 * A formula as generated code computes it.
 *
 * @param expr in the very order of its operations
 * @param arithmetic in which they are done; that of a network of floats may be double, where floats
 *     would not do, and the result is rounded then
 */
public record MachineForm(Expr expr, Arithmetic arithmetic) {
  /** The stable form in the arithmetic of the network itself. */
  public static MachineForm stable(Expr expr, Arithmetic arithmetic) {
    return new MachineForm(StableForm.of(expr), arithmetic);
  }

  /** Likewise of a value that is NaN wherever a variable is. */
  public static MachineForm stableValue(Expr value, Arithmetic arithmetic) {
    return new MachineForm(StableForm.of(StableForm.ofValue(value)), arithmetic);
  }

  /** With large numbers taken out of sums, which exact arithmetic multiplied into them. */
  public MachineForm scaled() {
    return with(LargeFactors::of);
  }

  /** Without numbers that change nothing in the arithmetic. */
  public MachineForm representable() {
    return with(x -> Representable.of(x, arithmetic));
  }

  /** The same in double. */
  public MachineForm wide() {
    return new MachineForm(expr, Arithmetic.DOUBLE);
  }

  private MachineForm with(UnaryOperator<Expr> change) {
    return new MachineForm(change.apply(expr), arithmetic);
  }

  /** Whether it has numbers that would be written as 0 or as an infinity. */
  public boolean losesNumbers() {
    return Representable.loses(ConstantValue.fold(expr), arithmetic);
  }
}
