package io.github.gradsmith.training;

import io.github.gradsmith.TrainingRows;
import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.training.internal.fold.FoldPlan;
import io.github.gradsmith.training.internal.fold.Folds;
import io.github.gradsmith.training.internal.fold.InOrder;
import io.github.gradsmith.training.internal.loop.Runs;
import io.github.gradsmith.training.internal.loop.Settings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/**
 * Trains a new network for each fold of the samples on all others, and judges it by that fold. A
 * value: each method returns another one.
 *
 * <p>The network of fold f is made with a seed of its own, derived from that of this. All numbers
 * are the same for any number of threads. A number that decides anything, such as when to stop, is
 * a little too good for the fold that it was computed on: where {@link EarlyStopping} or a {@link
 * Plateau} watches validation, that is the fold.
 *
 * <p>Listeners of the fit see the runs of all folds, with several threads at the same time.
 */
public final class CrossValidation {
  private final FoldPlan plan;

  private CrossValidation(int folds, boolean stratified, List<?> groups, long seed, int threads) {
    plan = new FoldPlan(folds, stratified, groups, seed, threads);
  }

  /**
   * With k folds, drawn at random with seed 0, on one thread.
   *
   * @throws IllegalArgumentException if k is less than 2
   */
  public static CrossValidation kFold(int k) {
    if (k < 2) {
      throw new IllegalArgumentException("k is " + k + ", expected at least 2 folds");
    }
    return new CrossValidation(k, false, List.of(), 0, 1);
  }

  /** With folds in which each class has its share, to one sample. The targets say the class. */
  public CrossValidation stratified() {
    return new CrossValidation(plan.folds(), true, List.of(), plan.seed(), plan.threads());
  }

  /**
   * With folds that cut no group: samples of one person or machine, say.
   *
   * @param ofSamples the group of each sample, with {@code equals}, in the order of the samples
   */
  public CrossValidation grouped(List<?> ofSamples) {
    return new CrossValidation(
        plan.folds(), false, new ArrayList<>(ofSamples), plan.seed(), plan.threads());
  }

  /** With another seed, for the folds and for the networks. */
  public CrossValidation seed(long number) {
    return new CrossValidation(
        plan.folds(), plan.stratified(), plan.groups(), number, plan.threads());
  }

  /**
   * With folds that are trained at the same time.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public CrossValidation threads(int number) {
    Settings.requireAtLeastOne(number, "threads");
    return new CrossValidation(plan.folds(), plan.stratified(), plan.groups(), plan.seed(), number);
  }

  /**
   * Of samples that a network makes rows of. For each fold {@code adapt} learns from the training
   * samples alone, so that nothing of the fold leaks into what it is judged by.
   *
   * <pre>{@code
   * Scores scores = CrossValidation.kFold(5).stratified()
   *     .run(IrisNet::create, samples, IrisNet::adapt, IrisNet::rows, fit, Metrics.accuracy());
   * }</pre>
   *
   * @param network makes a network from a seed
   * @param adapt has it learn the statistics of samples
   * @param rows has it make rows of samples
   * @throws IllegalArgumentException if there are too few samples or groups, or the fit writes a
   *     checkpoint, as all folds would write one file
   */
  public <N, S, R extends TrainingRows<? super N>> Scores run(
      LongFunction<? extends N> network,
      Collection<S> samples,
      BiConsumer<N, Collection<S>> adapt,
      BiFunction<N, Collection<S>, R> rows,
      Fit fit,
      Metric metric) {
    List<S> all = List.copyOf(samples);
    int[] fold =
        plan.assign(
            all.size(),
            () -> {
              N any = network.apply(plan.seed());
              adapt.accept(any, all); // for the classes alone; the network is thrown away
              return rows.apply(any, all);
            });
    return scores(
        fit,
        metric,
        f -> {
          List<S> training = Folds.select(all, fold, f, false);
          List<S> validation = Folds.select(all, fold, f, true);
          N made = network.apply(SeededRandom.derived(plan.seed(), f));
          adapt.accept(made, training);
          R learnt = rows.apply(made, training);
          return Runs.score(fit.settings(), made, learnt, rows.apply(made, validation), metric);
        });
  }

  /**
   * Of rows that stand in arrays.
   *
   * @param network makes a network from a seed
   * @throws IllegalArgumentException if there are too few rows or groups, or the fit writes a
   *     checkpoint, as all folds would write one file
   */
  public <N> Scores run(
      LongFunction<? extends N> network, TrainingRows<? super N> rows, Fit fit, Metric metric) {
    int[] fold = plan.assign(rows.size(), () -> rows);
    return scores(
        fit,
        metric,
        f ->
            Runs.score(
                fit.settings(),
                network.apply(SeededRandom.derived(plan.seed(), f)),
                rows.select(Folds.members(fold, f, false)),
                rows.select(Folds.members(fold, f, true)),
                metric));
  }

  private Scores scores(Fit fit, Metric metric, IntFunction<Double> ofFold) {
    Runs.requireNoCheckpoint(fit.settings());
    return new Scores(metric, InOrder.of(plan.folds(), plan.threads(), ofFold));
  }
}
