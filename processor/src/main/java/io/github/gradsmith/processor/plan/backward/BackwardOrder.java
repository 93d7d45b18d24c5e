package io.github.gradsmith.processor.plan.backward;

import io.github.gradsmith.processor.plan.backward.DeltaStep.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The layers in reversed order. The reader that comes first on the way back, the last one forward,
 * sets the delta of a value, and all others add to it; if it reaches only a part of the value, the
 * delta is cleared before, and it adds, too.
 */
public final class BackwardOrder {
  private final int input;
  private final Map<Integer, Integer> readers = new HashMap<>();
  private final Set<Integer> begun = new HashSet<>();
  private final Set<Integer> shared = new HashSet<>();
  private final List<DeltaStep> steps = new ArrayList<>();

  private BackwardOrder(int input) {
    this.input = input;
  }

  /**
   * The steps behind the deltas of the last layer.
   *
   * @param forward the layers in order of computation
   * @param input the number of the network's input, which has no delta
   */
  public static List<DeltaStep> of(List<Reader> forward, int input) {
    BackwardOrder order = new BackwardOrder(input);
    for (Reader reader : forward) {
      reader.uses().forEach(use -> order.readers.merge(use.value(), 1, Integer::sum));
    }
    for (int i = forward.size() - 1; i >= 0; i--) {
      order.goBack(forward.get(i));
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
      if (read.value() != input) {
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
