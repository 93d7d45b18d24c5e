package io.github.gradsmith.training;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.TrainingRows;
import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.training.internal.fold.Folds;
import io.github.gradsmith.training.internal.fold.InOrder;
import io.github.gradsmith.training.internal.loop.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
  private final int folds;
  private final boolean stratified;
  private final List<?> groups;
  private final long seed;
  private final int threads;

  private CrossValidation(int folds, boolean stratified, List<?> groups, long seed, int threads) {
    this.folds = folds;
    this.stratified = stratified;
    this.groups = groups;
    this.seed = seed;
    this.threads = threads;
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
    return new CrossValidation(folds, true, List.of(), seed, threads);
  }

  /**
   * With folds that cut no group: samples of one person or machine, say.
   *
   * @param ofSamples the group of each sample, with {@code equals}, in the order of the samples
   */
  public CrossValidation grouped(List<?> ofSamples) {
    return new CrossValidation(folds, false, new ArrayList<>(ofSamples), seed, threads);
  }

  /** With another seed, for the folds and for the networks. */
  public CrossValidation seed(long number) {
    return new CrossValidation(folds, stratified, groups, number, threads);
  }

  /**
   * With folds that are trained at the same time.
   *
   * @throws IllegalArgumentException if it is less than 1
   */
  public CrossValidation threads(int number) {
    Settings.requireAtLeastOne(number, "threads");
    return new CrossValidation(folds, stratified, groups, seed, number);
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
        folds(
            all.size(),
            () -> {
              N any = network.apply(seed);
              adapt.accept(any, all); // for the classes alone; the network is thrown away
              return labels(rows.apply(any, all));
            });
    return scores(
        fit,
        metric,
        f -> {
          List<S> training = select(all, Folds.members(fold, f, false));
          List<S> validation = select(all, Folds.members(fold, f, true));
          N made = network.apply(SeededRandom.derived(seed, f));
          adapt.accept(made, training);
          return score(made, rows.apply(made, training), rows.apply(made, validation), fit, metric);
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
    int[] fold = folds(rows.size(), () -> labels(rows));
    return scores(
        fit,
        metric,
        f ->
            score(
                network.apply(SeededRandom.derived(seed, f)),
                rows.select(Folds.members(fold, f, false)),
                rows.select(Folds.members(fold, f, true)),
                fit,
                metric));
  }

  private int[] folds(int samples, Supplier<List<Integer>> labels) {
    if (stratified) {
      return Folds.stratified(labels.get(), folds, seed);
    }
    if (groups.isEmpty()) {
      return Folds.random(samples, folds, seed);
    }
    if (groups.size() != samples) {
      throw new IllegalArgumentException(
          "there are "
              + groups.size()
              + " groups, expected one for each of "
              + samples
              + " samples");
    }
    return Folds.grouped(groups, folds, seed);
  }

  private static List<Integer> labels(TrainingRows<?> rows) {
    return IntStream.range(0, rows.size()).map(rows::label).boxed().toList();
  }

  private static <S> List<S> select(List<S> samples, int[] numbers) {
    return Arrays.stream(numbers).mapToObj(samples::get).toList();
  }

  private Scores scores(Fit fit, Metric metric, IntFunction<Double> ofFold) {
    if (fit.hasCheckpoint()) {
      throw new IllegalArgumentException(
          "the fit writes a checkpoint, but all folds would write that one file: leave it out");
    }
    return new Scores(metric, InOrder.of(folds, threads, ofFold));
  }

  private static double score(
      Object network,
      TrainingRows<?> training,
      TrainingRows<?> validation,
      Fit fit,
      Metric metric) {
    fit.runOn(network, training, validation);
    return validation instanceof FloatRows floats
        ? metric.of((FloatNetwork) network, floats)
        : metric.of((DoubleNetwork) network, (DoubleRows) validation);
  }
}
