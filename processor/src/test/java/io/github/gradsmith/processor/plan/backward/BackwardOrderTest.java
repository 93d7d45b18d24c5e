package io.github.gradsmith.processor.plan.backward;

import static io.github.gradsmith.processor.plan.backward.DeltaStep.Action.ADD;
import static io.github.gradsmith.processor.plan.backward.DeltaStep.Action.CLEAR;
import static io.github.gradsmith.processor.plan.backward.DeltaStep.Action.ONLY;
import static io.github.gradsmith.processor.plan.backward.DeltaStep.Action.SET;
import static io.github.gradsmith.processor.plan.backward.DeltaStep.Action.SLOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.plan.backward.DeltaStep.Action;
import io.github.gradsmith.processor.plan.backward.Reader.Use;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class BackwardOrderTest {
  private static final int INPUT = 1;

  @Test
  void inAChainEveryDeltaComesThroughOneReader() {
    assertThat(order(reader(2, 1), reader(3, 2), reader(4, 3)))
        .containsExactly(step(ONLY, 4, 0, 3), step(ONLY, 3, 0, 2));
  }

  @Test
  void aResidualSetsThenAdds() {
    assertThat(order(reader(2, 1), reader(3, 2), reader(4, 3, 2)))
        .containsExactly(
            step(ONLY, 4, 0, 3), step(SET, 4, 1, 2), step(ADD, 3, 0, 2), step(SLOPE, 2, 0, 2));
  }

  @Test
  void ofThreeReadersTheLastOneSets() {
    assertThat(order(reader(2, 1), reader(3, 2), reader(4, 2, 3), reader(5, 4, 2)))
        .containsExactly(
            step(ONLY, 5, 0, 4),
            step(SET, 5, 1, 2),
            step(ADD, 4, 0, 2),
            step(ONLY, 4, 1, 3),
            step(ADD, 3, 0, 2),
            step(SLOPE, 2, 0, 2));
  }

  @Test
  void ofTwoUsesByOneReaderTheFirstSets() {
    assertThat(order(reader(2, 1), reader(3, 2, 2)))
        .containsExactly(step(SET, 3, 0, 2), step(ADD, 3, 1, 2), step(SLOPE, 2, 0, 2));
  }

  @Test
  void beforeASliceThatReadsLastTheDeltaIsCleared() {
    Reader slice = new Reader(4, List.of(new Use(3, true), new Use(2, false)));

    assertThat(order(reader(2, 1), reader(3, 2), slice))
        .containsExactly(
            step(ONLY, 4, 0, 3),
            step(CLEAR, 4, 1, 2),
            step(ADD, 4, 1, 2),
            step(ADD, 3, 0, 2),
            step(SLOPE, 2, 0, 2));
  }

  @Test
  void aSliceThatIsTheOnlyReaderClearsToo() {
    Reader slice = new Reader(3, List.of(new Use(2, false)));

    assertThat(order(reader(2, 1), slice))
        .containsExactly(step(CLEAR, 3, 0, 2), step(ADD, 3, 0, 2), step(SLOPE, 2, 0, 2));
  }

  @Test
  void aSliceThatReadsEarlierAdds() {
    Reader slice = new Reader(3, List.of(new Use(2, false)));

    assertThat(order(reader(2, 1), slice, reader(4, 3, 2)))
        .containsExactly(
            step(ONLY, 4, 0, 3), step(SET, 4, 1, 2), step(ADD, 3, 0, 2), step(SLOPE, 2, 0, 2));
  }

  /** Every step in order gives what the definition does: the sum over all readers of a value. */
  @Test
  void anyGraphGivesTheDeltasOfTheDefinition() {
    Set<Action> met = EnumSet.noneOf(Action.class);
    for (long seed = 0; seed < 3_000; seed++) {
      RandomGraph graph = new RandomGraph(new Random(seed));
      List<DeltaStep> steps = BackwardOrder.of(graph.readers(), value -> value != INPUT);
      steps.forEach(step -> met.add(step.action()));
      RunningDeltas deltas = new RunningDeltas(graph);
      steps.forEach(deltas::take);
      for (int layer = 2; layer <= graph.last(); layer++) {
        assertThat(deltas.complete(layer))
            .as("seed %s, layer %s, %s", seed, layer, steps)
            .isEqualTo(graph.delta(layer));
      }
    }
    assertThat(met).containsExactlyInAnyOrder(Action.values());
  }

  /** Deltas as arrays, whose elements are null until a step sets them. */
  private static final class RunningDeltas {
    private final RandomGraph graph;
    private final Long[][] deltas;

    RunningDeltas(RandomGraph graph) {
      this.graph = graph;
      this.deltas = new Long[graph.last() + 1][];
      for (int layer = 2; layer <= graph.last(); layer++) {
        deltas[layer] = new Long[graph.width(layer)];
      }
      deltas[graph.last()] = Arrays.stream(graph.delta(graph.last())).boxed().toArray(Long[]::new);
    }

    void take(DeltaStep step) {
      Long[] delta = deltas[step.value()];
      switch (step.action()) {
        case CLEAR -> set(delta, 0, new long[delta.length]);
        case SLOPE -> slope(step.value());
        case ADD -> add(delta, graph.use(step), part(step));
        case SET -> set(delta, graph.use(step).begin(), part(step));
        case ONLY -> {
          set(delta, graph.use(step).begin(), part(step));
          slope(step.value());
        }
      }
    }

    private long[] part(DeltaStep step) {
      return graph.use(step).back(complete(step.reader()));
    }

    long[] complete(int layer) {
      assertThat(deltas[layer]).doesNotContainNull();
      return Arrays.stream(deltas[layer]).mapToLong(Long::longValue).toArray();
    }

    private static void set(Long[] delta, int begin, long[] part) {
      for (int i = 0; i < part.length; i++) {
        assertThat(delta[begin + i]).as("set twice").isNull();
        delta[begin + i] = part[i];
      }
    }

    private static void add(Long[] delta, RandomGraph.Edge use, long[] part) {
      for (int i = 0; i < part.length; i++) {
        assertThat(delta[use.begin() + i]).as("added to before it is set").isNotNull();
        delta[use.begin() + i] += part[i];
      }
    }

    private void slope(int value) {
      long[] complete = complete(value);
      Arrays.setAll(deltas[value], i -> complete[i] * graph.slope(value));
    }
  }

  private static List<DeltaStep> order(Reader... readers) {
    return BackwardOrder.of(List.of(readers), value -> value != INPUT);
  }

  private static Reader reader(int number, int... values) {
    return new Reader(
        number, IntStream.of(values).mapToObj(value -> new Use(value, true)).toList());
  }

  private static DeltaStep step(Action action, int reader, int use, int value) {
    return new DeltaStep(action, reader, use, value);
  }
}
