package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.formula.Arithmetic;
import io.github.gradsmith.processor.formula.Expr;
import io.github.gradsmith.processor.formula.MachineForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Chooses the form in which generated code has a formula: exact arithmetic finds forms that are
 * fast and stable, but may multiply numbers until they leave the range of a float, or lose digits
 * that the formula as it is written keeps. So forms are tried, in the arithmetic they run in.
 */
public final class FormChoice {
  private FormChoice() {}

  /**
   * The first form that is right at all points, or else at most of them. All are tried in the
   * network's own arithmetic before one is in double.
   *
   * @param formula as it is written, in the exact variables of the points
   * @param candidates equal to it, the best first
   */
  public static Chosen choose(
      Expr formula, List<Supplier<Expr>> candidates, SamplePoints points, Arithmetic network) {
    Trial trial = new Trial(formula, points, network);
    List<MachineForm> tried = new ArrayList<>();
    MachineForm best = null;
    int fewest = Integer.MAX_VALUE;
    boolean bestLoses = true;
    for (MachineForm form : (Iterable<MachineForm>) forms(candidates, network)::iterator) {
      if (tried.contains(form)) {
        continue;
      }
      tried.add(form);
      boolean loses = form.losesNumbers();
      int faults = trial.faults(form, trial.values(form)).length;
      if (faults == 0 && !loses) {
        return new Chosen(form, Optional.empty());
      }
      if (best == null || bestLoses && !loses || loses == bestLoses && faults < fewest) {
        best = form;
        fewest = faults;
        bestLoses = loses;
      }
    }
    return new Chosen(best, trial.deviation(best));
  }

  private static Stream<MachineForm> forms(List<Supplier<Expr>> candidates, Arithmetic network) {
    Stream<MachineForm> own =
        candidates.stream().flatMap(expr -> variants(new MachineForm(expr.get(), network)));
    Stream<MachineForm> wide =
        network == Arithmetic.DOUBLE
            ? Stream.empty()
            : candidates.stream()
                .flatMap(expr -> variants(new MachineForm(expr.get(), Arithmetic.DOUBLE)));
    return Stream.concat(own, wide);
  }

  private static Stream<MachineForm> variants(MachineForm form) {
    MachineForm kept = form.representable();
    return Stream.<Supplier<MachineForm>>of(() -> kept, () -> kept.scaled().representable())
        .map(Supplier::get);
  }
}
