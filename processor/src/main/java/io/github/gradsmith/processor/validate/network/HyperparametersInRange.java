package io.github.gradsmith.processor.validate.network;

import io.github.gradsmith.processor.diagnostic.Fault;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.model.Hyperparameter;
import io.github.gradsmith.processor.model.OptimizerDeclaration;
import io.github.gradsmith.processor.resolve.ResolvedNetwork;
import io.github.gradsmith.processor.validate.rule.FiniteNumbers;
import io.github.gradsmith.processor.validate.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The hyper-parameters of an optimizer are in the ranges of PyTorch's, and finite: what keeps a
 * share of the past is at least 0 and below 1, all others are at least 0. An epsilon of 0 is
 * allowed, though a gradient that was always 0 then gives 0/0. In a network of floats no number
 * becomes infinite or 0 by being rounded.
 */
public final class HyperparametersInRange implements Rule {
  private static final Set<String> SHARES = Set.of("momentum", "alpha", "beta1", "beta2");

  @Override
  public List<Fault> faults(ResolvedNetwork network) {
    boolean floats = FiniteNumbers.areFloats(network);
    return network.declaration().optimizers().stream()
        .flatMap(optimizer -> faults(optimizer, floats))
        .toList();
  }

  private static Stream<Fault> faults(OptimizerDeclaration optimizer, boolean floats) {
    return optimizer.numbers().stream()
        .filter(number -> !isInRange(number) || floats && !isFloat(number.value()))
        .map(
            number ->
                Message.HYPERPARAMETER_RANGE.at(
                    number.place(),
                    number.name(),
                    optimizer.annotation(),
                    number.value(),
                    expected(number)));
  }

  private static String expected(Hyperparameter number) {
    if (isInRange(number)) {
      return "a number that a float can hold, as which it becomes " + (float) number.value();
    }
    return SHARES.contains(number.name()) ? "at least 0 and below 1" : "finite and at least 0";
  }

  /** An epsilon that vanishes would let 0/0 through, a decay that overflows would make NaN of w. */
  private static boolean isFloat(double value) {
    return value == 0 || (float) value != 0 && Float.isFinite((float) value);
  }

  private static boolean isInRange(Hyperparameter number) {
    double end = SHARES.contains(number.name()) ? 1 : Double.POSITIVE_INFINITY;
    return number.value() >= 0 && number.value() < end;
  }
}
