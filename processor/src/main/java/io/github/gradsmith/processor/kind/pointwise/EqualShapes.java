package io.github.gradsmith.processor.kind.pointwise;

import io.github.gradsmith.processor.kind.Refusal;
import io.github.gradsmith.processor.model.Shape;
import java.util.List;
import java.util.Optional;

/** What kinds take that go number by number through several values. */
final class EqualShapes {
  private EqualShapes() {}

  /** Why they do not take {@code inputs}, if they do not. */
  static Optional<Refusal> refusal(List<Shape> inputs) {
    Shape first = inputs.get(0);
    return inputs.stream().allMatch(first::equals)
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "values of one shape",
                "Bring them to it, for example by @Dense(units = " + first.last() + ")."));
  }
}
