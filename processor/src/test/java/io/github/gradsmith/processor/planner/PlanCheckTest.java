package io.github.gradsmith.processor.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.BrokenPlanException;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.PlanCheck;
import io.github.gradsmith.processor.plan.dense.DenseLoops;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InputMajor;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.ForwardShape.RegisterBlocks;
import io.github.gradsmith.processor.plan.shape.ForwardShape.SplitAccumulators;
import io.github.gradsmith.processor.plan.shape.ForwardShape.Unrolled;
import io.github.gradsmith.processor.plan.shape.Schedule;
import io.github.gradsmith.processor.plan.shape.Schedule.Blocked;
import io.github.gradsmith.processor.plan.shape.Schedule.Swept;
import io.github.gradsmith.processor.plan.simd.SimdShape;
import io.github.gradsmith.processor.plan.simd.SimdShape.InputMajorTiles;
import io.github.gradsmith.processor.plan.simd.SimdShape.RowTiles;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("fast")
class PlanCheckTest {
  /** The tail's last entry would join a part of t that belongs to the next row. */
  private static final SplitAccumulators SHORTER_THAN_TAIL = new SplitAccumulators(3, 32, 1, 38);

  static Stream<Arguments> brokenShapes() {
    RegisterBlocks four = new RegisterBlocks(4);
    return Stream.of(
        broken(2, 134, new InputMajor(2, 0, SHORTER_THAN_TAIL), "is shorter than its tail"),
        broken(
            2, 134, new InputMajor(2, 0, new SplitAccumulators(2, 64, 1, 5)), "does not cover 134"),
        broken(2, 134, new InputMajor(2, 0, four), "RegisterBlocks[rows=4] of 2 rows"),
        broken(2, 134, new InputMajor(2, 0, new Unrolled()), "knows no way back"),
        broken(10, 50, new InputMajor(3, 4, four), "does not cover 10"),
        broken(10, 50, new InputMajor(2, 0, four), "does not cover 10"),
        broken(10, 50, new InputMajor(11, 4, four), "does not cover 10"),
        broken(134, 2, SHORTER_THAN_TAIL, "is shorter than its tail"),
        broken(240, 2, new SplitAccumulators(3, 80, 3, 0), "folds onto no whole part"),
        broken(240, 2, new SplitAccumulators(5, 48, 1, 0), "does not cover 240"),
        broken(240, 2, new SplitAccumulators(3, 96, 1, -48), "is shorter than its tail"),
        broken(300, 4, new InterleavedPanel(3, 192, fold(300)), "does not cover 300"),
        broken(300, 4, new InterleavedPanel(3, 320, fold(300)), "does not cover 300"),
        broken(100, 4, new InterleavedPanel(5, 160, fold(100)), "does not cover 100"),
        broken(300, 4, new InterleavedPanel(4, 384, SHORTER_THAN_TAIL), "does not cover 300"),
        broken(50, 7, new RegisterBlocks(8), "RegisterBlocks[rows=8] of 7 rows"),
        broken(50, 7, new RegisterBlocks(0), "RegisterBlocks[rows=0] of 7 rows"));
  }

  private static Arguments broken(int inputs, int outputs, ForwardShape shape, String fault) {
    return Arguments.of(inputs, outputs, shape, fault);
  }

  private static SplitAccumulators fold(int inputs) {
    return ((InterleavedPanel)
            DenseLoops.of(Planner.plan(Models.network(Math.max(200, inputs), 3)).first()).forward())
        .unpacked();
  }

  @ParameterizedTest
  @MethodSource("brokenShapes")
  void refusesAShapeThatDoesNotFit(int inputs, int outputs, ForwardShape shape, String fault) {
    NetworkPlan plan = Planner.plan(Models.network(inputs, outputs));
    LayerPlan layer = plan.first();

    assertRefused(with(plan, withForward(layer, shape)), fault);
  }

  static Stream<Arguments> tightShapes() {
    return Stream.of(
        Arguments.of(192, 2, new SplitAccumulators(3, 48, 1, 48)),
        Arguments.of(96, 2, new SplitAccumulators(1, 96, 1, 0)),
        Arguments.of(320, 4, new InterleavedPanel(1, 320, fold(320))),
        Arguments.of(224, 4, new InterleavedPanel(8, 256, fold(224))),
        Arguments.of(50, 7, new RegisterBlocks(7)),
        Arguments.of(50, 7, new RegisterBlocks(1)),
        Arguments.of(3, 50, new InputMajor(1, 1, new RegisterBlocks(3))),
        Arguments.of(3, 50, new InputMajor(3, 0, new RegisterBlocks(1))));
  }

  @ParameterizedTest
  @MethodSource("tightShapes")
  void acceptsAShapeThatJustFits(int inputs, int outputs, ForwardShape shape) {
    NetworkPlan plan = Planner.plan(Models.network(inputs, outputs));
    NetworkPlan other = with(plan, withForward(plan.first(), shape));

    assertThat(PlanCheck.checked(other)).isSameAs(other);
  }

  @Test
  void acceptsTheLargestLayerThatIsWrittenOutAndATileOfOneSample() {
    NetworkPlan plan = Planner.plan(Models.network(30, 20));
    NetworkPlan written = with(plan, withForward(plan.first(), new Unrolled()));
    NetworkPlan single = replanned(plan, plan.layers(), 1);

    assertThat(PlanCheck.checked(written)).isSameAs(written);
    assertThat(PlanCheck.checked(single)).isSameAs(single);
  }

  /** The derivative of SILU is computed from z. */
  @Test
  void refusesSlopesOfSumsThatAreNotKept() {
    NetworkPlan plan = Planner.plan(silu(true));
    LayerPlan first = plan.first();
    LayerPlan broken =
        new LayerPlan(
            first.model(), first.activation(), first.distribution(), first.loops(), false);

    assertThat(first.keepsZ()).isTrue();
    assertRefused(with(plan, broken), "has no z to go back with");
    assertThat(Planner.plan(silu(false)).first().keepsZ()).isFalse();
  }

  private static NetworkModel silu(boolean trains) {
    Activation last = Activation.SIGMOID;
    Loss loss = Loss.HALF_SQUARED_ERROR;
    return Models.network(Precision.FLOAT, false, trains, Activation.SILU, last, loss, 4, 3, 2);
  }

  @Test
  void refusesToSweepOverOtherRows() {
    NetworkPlan plan = Planner.plan(Models.network(10, 784, 128));
    NetworkPlan broken = with(plan, withForward(plan.last(), new RegisterBlocks(8)));

    assertRefused(broken, "is swept over rows for neurons");
  }

  @Test
  void refusesALargeLayerThatIsWrittenOut() {
    NetworkPlan plan = Planner.plan(Models.network(30, 30));

    assertRefused(with(plan, withForward(plan.first(), new Unrolled())), "writes out");
  }

  @Test
  void refusesBlocksThatCutAGroup() {
    NetworkPlan blocked = Planner.plan(Models.network(1_025, 64, 10));
    NetworkPlan swept = Planner.plan(Models.network(10, 784, 128));

    assertRefused(
        with(blocked, withSchedule(blocked.first(), new Blocked(31, 30))), "cuts a group");
    assertRefused(
        with(blocked, withSchedule(blocked.first(), new Blocked(30, 31))), "cuts a group");
    assertRefused(with(blocked, withSchedule(blocked.last(), new Blocked(2, 2))), "other rows");
    assertRefused(with(swept, withSchedule(swept.last(), new Swept(6, 1, 8))), "cuts a group");
    assertRefused(with(swept, withSchedule(swept.last(), new Swept(8, 0, 8))), "a block of 0 rows");
    assertRefused(with(swept, withSchedule(swept.last(), new Swept(8, 1, 6))), "cuts a group");
  }

  @Test
  void refusesTilesOfOtherRows() {
    LayerPlan rows = Planner.plan(Models.vectorized(Precision.FLOAT, 40, 10)).first();
    LayerPlan columns = Planner.plan(Models.vectorized(Precision.FLOAT, 10, 40)).first();
    SimdTiles tiles = new SimdTiles(1, 1, 1);

    assertRefused(
        one(withSimd(rows, new InputMajorTiles(tiles))), "rows for neurons in plain loops");
    assertRefused(one(withSimd(columns, new RowTiles(tiles))), "rows for inputs in plain loops");
    assertRefused(one(withSimd(rows, new RowTiles(new SimdTiles(0, 1, 1)))), "has no rows");
  }

  private static NetworkPlan one(LayerPlan layer) {
    int[] widths = {layer.inputs(), layer.outputs()};
    return with(Planner.plan(Models.vectorized(Precision.FLOAT, widths)), layer);
  }

  @Test
  void refusesATileWithoutSamples() {
    NetworkPlan plan = Planner.plan(Models.network(3, 2));

    assertRefused(replanned(plan, plan.layers(), 0), "a tile of 0 samples");
  }

  /** The planner asks the check itself: none of these plans would be made if one were broken. */
  @Test
  void everyPlanIsSound() {
    int[] widths = {1, 2, 3, 9, 16, 24, 71, 72, 100, 199, 200, 328, 600, 784, 8192, 8193};
    for (int inputs : widths) {
      for (int outputs = 1; outputs <= 600; outputs++) {
        for (NetworkModel model : variants(inputs, outputs)) {
          assertThat(PlanCheck.checked(Planner.plan(model))).isNotNull();
        }
      }
    }
  }

  private static List<NetworkModel> variants(int inputs, int outputs) {
    return List.of(
        Models.classifier(true, false, inputs, outputs),
        Models.classifier(true, true, inputs, outputs, inputs),
        Models.vectorized(Precision.DOUBLE, inputs, outputs, 3));
  }

  private static void assertRefused(NetworkPlan plan, String fault) {
    assertThatThrownBy(() -> PlanCheck.checked(plan))
        .isInstanceOf(BrokenPlanException.class)
        .hasMessageStartingWith("broken plan: ")
        .hasMessageContaining(fault);
  }

  private static NetworkPlan with(NetworkPlan plan, LayerPlan other) {
    List<LayerPlan> layers = new ArrayList<>(plan.layers());
    layers.set(other.number() - 2, other);
    return replanned(plan, layers, plan.tile());
  }

  /** With the buffers and passes of other layers. */
  private static NetworkPlan replanned(NetworkPlan plan, List<LayerPlan> layers, int tile) {
    boolean trains = plan.trains();
    boolean lossReadsZ = plan.output().lossFromWeightedSums();
    return new NetworkPlan(
        plan.model(),
        layers,
        plan.output(),
        plan.update(),
        tile,
        new BufferPlanner(
                layers, plan.backward(), plan.model().precision(), trains, lossReadsZ, tile)
            .buffers(plan.update()),
        plan.backward(),
        new PassPlanner(layers, plan.output(), plan.update(), trains, tile).passes(),
        plan.sharesSteps());
  }

  private static LayerPlan withForward(LayerPlan layer, ForwardShape shape) {
    return copy(layer, shape, layer.schedule(), layer.simd());
  }

  private static LayerPlan withSchedule(LayerPlan layer, Schedule schedule) {
    return copy(layer, DenseLoops.of(layer).forward(), schedule, layer.simd());
  }

  private static LayerPlan withSimd(LayerPlan layer, SimdShape simd) {
    return copy(layer, DenseLoops.of(layer).forward(), layer.schedule(), simd);
  }

  private static LayerPlan copy(
      LayerPlan layer, ForwardShape forward, Schedule schedule, SimdShape simd) {
    return new LayerPlan(
        layer.model(),
        layer.activation(),
        layer.distribution(),
        new DenseLoops(forward, schedule, simd),
        layer.keepsZ());
  }
}
