package io.github.gradsmith.processor.plan.backward;

import io.github.gradsmith.processor.plan.backward.DeltaStep.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * The layers in reversed order. The reader that comes first on the way back, the last one forward,
 * sets the delta of a value, and all others add to it; if it reaches only a part of the value, the
 * delta is cleared before, and it adds, too.
 */
public final class BackwardOrder {
  private final IntPredicate hasDelta;
  private final Map<Integer, Integer> readers = new HashMap<>();
  private final Set<Integer> begun = new HashSet<>();
  private final Set<Integer> shared = new HashSet<>();
  private final List<DeltaStep> steps = new ArrayList<>();

  private BackwardOrder(IntPredicate hasDelta) {
    this.hasDelta = hasDelta;
  }

  /**
   * The steps behind the deltas of the last layer.
   *
   * @param forward the layers in order of computation
   * @param hasDelta whether a value has a delta: the network's input has none, and neither has what
   *     is made of it alone
   */
  public static List<DeltaStep> of(List<Reader> forward, IntPredicate hasDelta) {
    BackwardOrder order = new BackwardOrder(hasDelta);
    List<Reader> behind =
        forward.stream().filter(reader -> hasDelta.test(reader.number())).toList();
    for (Reader reader : behind) {
      reader.uses().forEach(use -> order.readers.merge(use.value(), 1, Integer::sum));
    }
    for (int i = behind.size() - 1; i >= 0; i--) {
      order.goBack(behind.get(i));
    }
    return order.steps;
  }

  private void goBack(Reader reader) {
    int number = reader.number();
    if (shared.contains(number)) {
      steps.add(new DeltaStep(Action.SLOPE, number, 0, number));
    }
    for (int use = 0; use < reader.uses().size(); use++) {
      Reader.Use read = reader.uses().get(use);
      if (hasDelta.test(read.value())) {
        goBack(number, use, read);
      }
    }
  }

  private void goBack(int reader, int use, Reader.Use read) {
    int value = read.value();
    if (read.isWhole() && readers.get(value) == 1) {
      steps.add(new DeltaStep(Action.ONLY, reader, use, value));
      return;
    }
    shared.add(value);
    boolean first = begun.add(value);
    if (first && !read.isWhole()) {
      steps.add(new DeltaStep(Action.CLEAR, reader, use, value));
    }
    Action action = first && read.isWhole() ? Action.SET : Action.ADD;
    steps.add(new DeltaStep(action, reader, use, value));
  }
}
