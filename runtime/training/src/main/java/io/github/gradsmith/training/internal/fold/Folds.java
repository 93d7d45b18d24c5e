package io.github.gradsmith.training.internal.fold;

import io.github.gradsmith.internal.math.SeededRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fold of each sample. Every fold gets at least one. */
public final class Folds {
  private Folds() {}

  /** A random order of so many samples. */
  static int[] shuffled(int samples, long seed) {
    int[] order = new int[samples];
    new SeededRandom(SeededRandom.derived(seed, 0)).shuffle(order);
    return order;
  }

  /** Consecutive slices of a random order, whose sizes differ by one at most. */
  public static int[] random(int samples, int folds, long seed) {
    requireEnough(samples, folds, "samples");
    int[] order = shuffled(samples, seed);
    int[] fold = new int[samples];
    for (int i = 0; i < samples; i++) {
      fold[order[i]] = (int) ((long) i * folds / samples);
    }
    return fold;
  }

  /** The samples of each class in a random order, dealt to the folds in turn. */
  public static int[] stratified(List<?> classes, int folds, long seed) {
    requireEnough(classes.size(), folds, "samples");
    int[] order = byKey(classes, shuffled(classes.size(), seed));
    int[] fold = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      fold[order[i]] = i % folds;
    }
    return fold;
  }

  /** Whole groups in a random order, each to the smallest fold so far. */
  public static int[] grouped(List<?> groups, int folds, long seed) {
    Map<Object, List<Integer>> members = members(groups, shuffled(groups.size(), seed));
    requireEnough(members.size(), folds, "groups");
    int[] fold = new int[groups.size()];
    int[] sizes = new int[folds];
    members
        .values()
        .forEach(
            group -> {
              int smallest = 0;
              for (int f = 1; f < folds; f++) {
                smallest = sizes[f] < sizes[smallest] ? f : smallest;
              }
              sizes[smallest] += group.size();
              for (int sample : group) {
                fold[sample] = smallest;
              }
            });
    return fold;
  }

  /** The numbers of samples within a fold, or of all others, rising. */
  public static int[] members(int[] fold, int f, boolean within) {
    int[] numbers = new int[fold.length];
    int count = 0;
    for (int i = 0; i < fold.length; i++) {
      if (fold[i] == f == within) {
        numbers[count++] = i;
      }
    }
    return Arrays.copyOf(numbers, count);
  }

  /** The samples within a fold, or all others, in order. */
  public static <S> List<S> select(List<S> samples, int[] fold, int f, boolean within) {
    return Arrays.stream(members(fold, f, within)).mapToObj(samples::get).toList();
  }

  /** An order in which samples of one key stand together. */
  static int[] byKey(List<?> keys, int[] order) {
    return members(keys, order).values().stream()
        .flatMap(List::stream)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The samples of each key, all in an order. */
  static Map<Object, List<Integer>> members(List<?> keys, int[] order) {
    Map<Object, List<Integer>> members = new LinkedHashMap<>();
    for (int sample : order) {
      members.computeIfAbsent(keys.get(sample), key -> new ArrayList<>()).add(sample);
    }
    return members;
  }

  private static void requireEnough(int given, int folds, String what) {
    if (given < folds) {
      throw new IllegalArgumentException(
          "there are " + given + " " + what + ", but " + folds + " folds need as many or more");
    }
  }
}
