package io.github.gradsmith.processor.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.plan.BrokenPlanException;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.Pass;
import io.github.gradsmith.processor.plan.PlanCheck;
import io.github.gradsmith.processor.plan.Step;
import io.github.gradsmith.processor.plan.Step.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans of layers that read others than the one before. */
@Tag("fast")
class GraphPlanTest {
  private static final int WIDTH = 6;

  /** Layer 4 reads layer 3 and, past it, layer 2. */
  private static final NetworkPlan RESIDUAL =
      plan(false, WIDTH, List.of(List.of(1), List.of(2), List.of(3, 2)));

  @Test
  void aModelSaysWhoReadsAValue() {
    assertThat(RESIDUAL.model().readers(2)).extracting(LayerModel::number).containsExactly(3, 4);
    assertThat(RESIDUAL.model().readers(3)).extracting(LayerModel::number).containsExactly(4);
    assertThat(RESIDUAL.model().readers(4)).isEmpty();
    assertThat(RESIDUAL.last().inputs()).isEqualTo(2 * WIDTH);
  }

  @Test
  void aResidualSetsThenAddsAndThenTakesTheSlope() {
    assertThat(sampleBySample(RESIDUAL))
        .endsWith("loss4", "delta4", "delta3", "errors2", "errorsApart2", "addErrors2", "slope2");
  }

  @Test
  void aValueReadThreeTimesIsSetOnce() {
    NetworkPlan plan =
        plan(false, WIDTH, List.of(List.of(1), List.of(2), List.of(2, 3), List.of(4, 2)));

    assertThat(sampleBySample(plan))
        .endsWith(
            "delta5",
            "delta4",
            "errors2",
            "addErrors2",
            "delta3",
            "errorsApart2",
            "addErrors2",
            "slope2");
  }

  @Test
  void oneReaderMayReadAValueTwice() {
    assertThat(sampleBySample(plan(false, WIDTH, List.of(List.of(1), List.of(2, 2)))))
        .endsWith("delta3", "errors2", "addErrors2", "slope2");
  }

  /** The planner asks the check itself: a plan with an unset delta would not be made. */
  @Test
  void anyGraphHasASoundPlan() {
    for (long seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      int width = List.of(3, WIDTH, 40, 130).get(random.nextInt(4));
      List<List<Integer>> from = from(random, 2 + random.nextInt(5));
      NetworkPlan plan = plan(random.nextBoolean(), width, from);
      for (Pass pass : plan.passes()) {
        assertEveryDeltaIsSetOnce(pass, plan);
      }
    }
  }

  /** For each layer: one step that writes its delta anew, then one for each further use. */
  private static void assertEveryDeltaIsSetOnce(Pass pass, NetworkPlan plan) {
    Map<Integer, Integer> uses = new TreeMap<>();
    Set<Integer> learning = learning(plan.model().layers());
    for (LayerModel layer : plan.model().layers()) {
      if (learning.contains(layer.number())) {
        layer.from().forEach(value -> uses.merge(value.layer(), 1, Integer::sum));
      }
    }
    List<String> names = pass.loops().stream().flatMap(List::stream).map(Step::name).toList();
    for (int layer = 2; layer < plan.last().number(); layer++) {
      int number = layer;
      int expected = learning.contains(number) && uses.containsKey(number) ? 1 : 0;
      assertThat(names)
          .filteredOn(name -> name.equals("delta" + number) || name.equals("errors" + number))
          .as("%s of %s", number, names)
          .hasSize(expected);
      assertThat(names)
          .filteredOn(name -> name.equals("addErrors" + number))
          .as("%s of %s", number, names)
          .hasSize(expected * (uses.getOrDefault(number, 1) - 1));
    }
  }

  /** Sums of the network's input alone need no deltas. */
  private static Set<Integer> learning(List<LayerModel> layers) {
    Set<Integer> learning = new TreeSet<>();
    for (LayerModel layer : layers) {
      boolean isDense = layer.choice() instanceof LayerChoice.Dense;
      if (isDense || layer.from().stream().anyMatch(read -> learning.contains(read.layer()))) {
        learning.add(layer.number());
      }
    }
    return learning;
  }

  private static List<List<Integer>> from(Random random, int layers) {
    List<List<Integer>> from = new ArrayList<>();
    for (int number = 2; number < layers + 2; number++) {
      int values = number - 1;
      from.add(new ArrayList<>(random.ints(1 + random.nextInt(2), 1, values + 1).boxed().toList()));
    }
    for (int value = 2; value < layers + 1; value++) {
      int read = value;
      if (from.stream().noneMatch(values -> values.contains(read))) {
        from.get(value - 1 + random.nextInt(layers - value + 1)).add(value);
      }
    }
    return from;
  }

  @Test
  void refusesGraphsThatAreNone() {
    List<List<Integer>> later = List.of(List.of(3), List.of(1), List.of(2));
    List<List<Integer>> unread = List.of(List.of(1), List.of(1), List.of(2));

    assertThatThrownBy(() -> plan(false, WIDTH, later))
        .isInstanceOf(BrokenPlanException.class)
        .hasMessageContaining("sums2 reads a3[100][6] ACTIVATION TILE before it is written");
    assertThatThrownBy(() -> plan(false, WIDTH, unread))
        .isInstanceOf(BrokenPlanException.class)
        .hasMessageContaining("accumulate3 reads d3[100][6] DELTA TILE before it is written");
  }

  @ParameterizedTest
  @CsvSource({
    "errors2, addErrors2 reads d2[100][6] DELTA TILE before it is written",
    "delta3, errorsApart2 reads d3[100][6] DELTA TILE before it is written",
    "delta4, delta3 reads d4[100][6] DELTA TILE before it is written"
  })
  void refusesADeltaThatIsNotSet(String missing, String fault) {
    NetworkPlan plan =
        with(RESIDUAL, step -> step.name().equals(missing) ? List.of() : List.of(step));

    assertRefused(plan, fault);
  }

  /** What the first reader brought would be lost. */
  @Test
  void refusesToSetADeltaTwice() {
    NetworkPlan plan =
        with(RESIDUAL, step -> List.of(step.name().equals("addErrors2") ? setting(step) : step));

    assertRefused(plan, "addErrors2 sets d2[100][6] DELTA TILE again");
  }

  private static Step setting(Step step) {
    return new Step(
        step.name(),
        step.reads().stream().filter(read -> !read.buffer().equals("d2")).toList(),
        step.writes());
  }

  /** A slice sets the elements that it reads; the others are those of the tile before. */
  @Test
  void refusesASliceThatSetsADeltaInPart() {
    Access slice = new Access("d2", 1, 2, 3);
    Step sets = new Step("errors2", List.of(new Access("d4", 1, WIDTH)), List.of(slice));

    assertRefused(
        with(RESIDUAL, step -> List.of(step.name().equals("errors2") ? sets : step)),
        "addErrors2 reads d2[100][6] DELTA TILE, whose element 0 is not set");
  }

  @Test
  void acceptsASliceThatAddsToAClearedDelta() {
    Access slice = new Access("d2", 1, 2, 3);
    Step adds = new Step("addErrors2", List.of(new Access("d4", 1, WIDTH), slice), List.of(slice));
    Step clear = new Step("clearDelta2", List.of(), List.of(new Access("d2", 1, WIDTH)));
    NetworkPlan plan =
        with(
            RESIDUAL, step -> step.name().equals("errors2") ? List.of(clear, adds) : List.of(step));

    assertThat(PlanCheck.checked(plan)).isSameAs(plan);
  }

  @Test
  void acceptsSlicesThatSetADeltaPartByPart() {
    Step low = new Step("low", List.of(), List.of(new Access("d2", 1, 0, 2)));
    Step high = new Step("high", List.of(), List.of(new Access("d2", 1, 2, 4)));
    Step beyond = new Step("beyond", List.of(), List.of(new Access("d2", 1, 2, 5)));

    assertThat(PlanCheck.checked(instead(low, high))).isNotNull();
    assertRefused(instead(low, low), "low sets d2[100][6] DELTA TILE again");
    assertRefused(instead(low), "whose element 2 is not set");
    assertRefused(instead(high), "whose element 0 is not set");
    assertRefused(instead(beyond), "beyond needs [1, 7] of d2");
  }

  private static NetworkPlan instead(Step... steps) {
    return with(RESIDUAL, step -> step.name().equals("errors2") ? List.of(steps) : List.of(step));
  }

  private static List<String> sampleBySample(NetworkPlan plan) {
    List<List<Step>> loops = plan.passes().get(0).loops();
    return loops.stream()
        .filter(loop -> loop.size() > 1)
        .flatMap(List::stream)
        .map(Step::name)
        .toList();
  }

  /** Dense layers of one width, or sums if they read several values. */
  private static NetworkPlan plan(boolean vectorized, int width, List<List<Integer>> from) {
    ActivationChoice sigmoid = new ActivationChoice.Named(Activation.SIGMOID);
    LayerChoice dense = new LayerChoice.Dense(width, true, sigmoid, Initializer.AUTO);
    LayerChoice sum = new LayerChoice.Add(sigmoid);
    List<LayerModel> layers = new ArrayList<>();
    for (List<Integer> values : from) {
      LayerChoice choice = values.size() == 1 ? dense : sum;
      List<Value> read = values.stream().map(value -> value(value, width, layers)).toList();
      layers.add(Layers.of(layers.size() + 2, choice, read));
    }
    return Planner.plan(network(vectorized, layers));
  }

  /** One that is not there yet is taken for one that learns. */
  private static Value value(int number, int width, List<LayerModel> layers) {
    return number == Value.INPUT || number - 2 >= layers.size()
        ? new Value(number, Shape.of(width))
        : layers.get(number - 2).value();
  }

  private static NetworkModel network(boolean vectorized, List<LayerModel> layers) {
    return Models.network(Precision.FLOAT, vectorized, true, Loss.HALF_SQUARED_ERROR, layers);
  }

  private static NetworkPlan with(NetworkPlan plan, Function<Step, List<Step>> change) {
    List<Pass> passes = new ArrayList<>();
    for (Pass pass : plan.passes()) {
      List<List<Step>> loops = new ArrayList<>();
      for (List<Step> loop : pass.loops()) {
        loops.add(loop.stream().map(change).flatMap(List::stream).toList());
      }
      passes.add(new Pass(pass.name(), pass.simd(), loops));
    }
    return new NetworkPlan(
        plan.model(),
        plan.layers(),
        plan.output(),
        plan.update(),
        plan.tile(),
        plan.buffers(),
        plan.backward(),
        passes,
        plan.sharesSteps());
  }

  private static void assertRefused(NetworkPlan plan, String fault) {
    assertThatThrownBy(() -> PlanCheck.checked(plan))
        .isInstanceOf(BrokenPlanException.class)
        .hasMessageContaining(fault);
  }
}
