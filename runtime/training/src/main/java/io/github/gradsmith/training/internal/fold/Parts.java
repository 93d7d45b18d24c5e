package io.github.gradsmith.training.internal.fold;

import io.github.gradsmith.internal.check.RowNumbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Which samples are for validation; both parts get at least one. */
public final class Parts {
  private Parts() {}

  /** The part of each sample: 1 for those of validation, and 0. */
  public static int[] numbers(int samples, int... ofValidation) {
    int[] part = new int[samples];
    for (int sample : ofValidation) {
      part[sample] = 1;
    }
    return part;
  }

  /** Drawn at random, the same ones as rows would be. */
  public static int[] random(int samples, double fraction, long seed) {
    return RowNumbers.split(samples, fraction, seed)[1];
  }

  /** The last ones. */
  public static int[] last(int samples, double fraction) {
    return RowNumbers.cut(samples, samples - RowNumbers.validation(samples, fraction))[1];
  }

  /** Of each class its share, to one sample; the whole is exact. */
  public static int[] stratified(List<?> classes, double fraction, long seed) {
    int samples = classes.size();
    int all = RowNumbers.validation(samples, fraction);
    int[] order = Folds.byKey(classes, Folds.shuffled(samples, seed));
    int[] chosen = new int[all];
    int count = 0;
    for (int i = 0; i < samples; i++) {
      if ((long) (i + 1) * all / samples > count) {
        chosen[count++] = order[i];
      }
    }
    Arrays.sort(chosen);
    return chosen;
  }

  /** Whole groups in a random order, as long as they bring the part nearer to its share. */
  public static int[] grouped(List<?> groups, double fraction, long seed) {
    int all = RowNumbers.validation(groups.size(), fraction);
    var members = Folds.members(groups, Folds.shuffled(groups.size(), seed));
    if (members.size() < 2) {
      throw new IllegalArgumentException("there is 1 group, but two parts need 2 or more");
    }
    List<Integer> chosen = new ArrayList<>();
    int left = members.size();
    for (List<Integer> group : members.values()) {
      int more = chosen.size() + group.size();
      if (left > 1 && Math.abs(more - all) < Math.abs(chosen.size() - all)) {
        chosen.addAll(group);
        left--;
      }
    }
    if (chosen.isEmpty()) {
      chosen.addAll(Collections.min(members.values(), Comparator.comparingInt(List::size)));
    }
    return chosen.stream().mapToInt(Integer::intValue).sorted().toArray();
  }
}
