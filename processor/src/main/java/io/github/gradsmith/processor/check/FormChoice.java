package io.github.gradsmith.processor.check;

import io.github.gradsmith.processor.check.bounds.Bounds;
import io.github.gradsmith.processor.formula.expr.Expr;
import io.github.gradsmith.processor.formula.machine.Arithmetic;
import io.github.gradsmith.processor.formula.machine.MachineForm;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses the form in which generated code has a formula: exact arithmetic finds forms that are
 * fast and stable, but may multiply numbers until they leave the range of a float, or lose digits
 * that the formula as it is written keeps. So forms are tried, in the arithmetic they run in.
 */
public final class FormChoice {
  private static final Comparator<Rated> ORDER =
      Comparator.comparing(Rated::losesNumbers)
          .thenComparing(Rated::undefined)
          .thenComparing(Rated::warnings)
          .thenComparing(Rated::faults);

  private FormChoice() {}

  /**
   * The first form that is right at all points, those far off as well, and keeps the digits that
   * the formula as it is written has; or else the first that is right but far off, where sums of
   * such size are rare, or beside poles; or else the one that is right at most points. All are
   * tried in the network's own arithmetic before one is in double.
   *
   * @param formula as it is written, in the exact variables of the points
   * @param candidates equal to it, the best first
   */
  public static Chosen choose(
      Expr formula, List<Supplier<Expr>> candidates, SamplePoints points, Arithmetic network) {
    Trial trial = new Trial(formula, points, network);
    Set<MachineForm> tried = new HashSet<>();
    Rated best = null;
    MachineForm right = null;
    int fewestFlaws = Integer.MAX_VALUE;
    for (MachineForm form : (Iterable<MachineForm>) forms(candidates, network)::iterator) {
      if (tried.add(form)) {
        Rated rated = Rated.of(form, trial);
        if (rated.isRight()) {
          Bounds own = trial.bounds(form);
          int flaws = trial.losesDigits(own) ? Integer.MAX_VALUE : trial.flaws(form, own);
          if (flaws == 0) {
            return new Chosen(form, Optional.empty());
          }
          if (flaws < fewestFlaws) {
            right = form;
            fewestFlaws = flaws;
          }
        }
        best = best == null || ORDER.compare(rated, best) < 0 ? rated : best;
      }
    }
    return right != null
        ? new Chosen(right, Optional.empty())
        : new Chosen(best.form(), trial.deviation(best.form()));
  }

  /**
   * A number that is off goes before NaN or infinity, which spoil all parameters; one that needs no
   * warning goes before one that is more often right.
   */
  private record Rated(
      MachineForm form, boolean losesNumbers, int undefined, int warnings, int faults) {
    static Rated of(MachineForm form, Trial trial) {
      double[] found = trial.values(form);
      int[] faults = trial.faults(form, found);
      int warnings = faults.length == 0 ? 0 : trial.warnings(form, found).length;
      int undefined = (int) IntStream.of(faults).filter(i -> !Double.isFinite(found[i])).count();
      return new Rated(form, form.losesNumbers(), undefined, warnings, faults.length);
    }

    boolean isRight() {
      return faults == 0 && !losesNumbers;
    }
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
