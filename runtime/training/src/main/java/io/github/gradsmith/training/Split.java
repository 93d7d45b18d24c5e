package io.github.gradsmith.training;

import io.github.gradsmith.training.internal.fold.Folds;
import io.github.gradsmith.training.internal.fold.Parts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Samples in two parts: those to train on, and those to judge the network by. In each part they
 * keep their order. Split samples before anything is learnt from them, mean and deviation included:
 * what was learnt from validation samples makes their judgement too good.
 *
 * <p>A fraction is the share of validation, above 0 and below 1, rounded to samples, of which
 * either part gets at least one. The same seed gives the same parts on every JVM.
 *
 * @param <S> what a sample is
 */
public final class Split<S> {
  private final List<S> training;
  private final List<S> validation;

  private Split(List<S> samples, int[] ofValidation) {
    int[] part = Parts.numbers(samples.size(), ofValidation);
    training = Folds.select(samples, part, 0, true);
    validation = Folds.select(samples, part, 1, true);
  }

  /**
   * Drawn at random.
   *
   * @throws IllegalArgumentException if the fraction is no share, or there are fewer than 2 samples
   */
  public static <S> Split<S> random(Collection<? extends S> samples, double fraction, long seed) {
    return new Split<>(List.copyOf(samples), Parts.random(samples.size(), fraction, seed));
  }

  /**
   * Drawn at random so that each class has its share in both parts, to one sample.
   *
   * @param ofClass the class of a sample, with {@code equals}
   * @throws IllegalArgumentException if the fraction is no share, or there are fewer than 2 samples
   */
  public static <S> Split<S> stratified(
      Collection<? extends S> samples, Function<? super S, ?> ofClass, double fraction, long seed) {
    List<S> all = List.copyOf(samples);
    return new Split<>(all, Parts.stratified(keys(all, ofClass), fraction, seed));
  }

  /**
   * Drawn at random so that no group is cut: samples of one person or machine, say. The share is
   * met as nearly as whole groups in a random order do.
   *
   * @param ofGroup the group of a sample, with {@code equals}
   * @throws IllegalArgumentException if the fraction is no share, or there are fewer than 2 groups
   */
  public static <S> Split<S> grouped(
      Collection<? extends S> samples, Function<? super S, ?> ofGroup, double fraction, long seed) {
    List<S> all = List.copyOf(samples);
    return new Split<>(all, Parts.grouped(keys(all, ofGroup), fraction, seed));
  }

  /**
   * The last ones for validation, as samples of a time series want it.
   *
   * @throws IllegalArgumentException if the fraction is no share, or there are fewer than 2 samples
   */
  public static <S> Split<S> inOrder(Collection<? extends S> samples, double fraction) {
    return new Split<>(List.copyOf(samples), Parts.last(samples.size(), fraction));
  }

  private static <S> List<Object> keys(List<S> samples, Function<? super S, ?> key) {
    List<Object> keys = new ArrayList<>();
    samples.forEach(sample -> keys.add(key.apply(sample)));
    return keys;
  }

  /** The samples to train on. */
  public List<S> training() {
    return training;
  }

  /** The samples that training never sees. */
  public List<S> validation() {
    return validation;
  }
}
