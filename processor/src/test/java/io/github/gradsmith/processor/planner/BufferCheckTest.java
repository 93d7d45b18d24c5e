package io.github.gradsmith.processor.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.BrokenPlanException;
import io.github.gradsmith.processor.plan.Buffer;
import io.github.gradsmith.processor.plan.Buffer.Layout;
import io.github.gradsmith.processor.plan.Buffer.Role;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.Pass;
import io.github.gradsmith.processor.plan.PlanCheck;
import io.github.gradsmith.processor.plan.Step;
import io.github.gradsmith.processor.plan.simd.SimdStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Plans that are sound but for one buffer or one step. */
@Tag("fast")
class BufferCheckTest {
  private static final NetworkPlan DIGITS = Planner.plan(Models.network(784, 30, 10));
  private static final NetworkPlan PANELS =
      Planner.plan(Models.vectorized(Precision.FLOAT, 784, 64, 64));

  /** The mean loss of a mini-batch would be that of its last sample, as many times. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void refusesALossThatReadsOneRowForAllSamples(boolean vectorized) {
    NetworkPlan plan = Planner.plan(Models.classifier(true, vectorized, 784, 128, 10));

    assertThat(plan.buffer("z3").hasRowPerSample()).isTrue();
    assertRefused(withBuffer(plan, "z3", BufferCheckTest::single), "kept for one sample");
  }

  /** Sample by sample one row is enough: the next sample comes after the loss of this one. */
  @Test
  void keepsOneRowWhereSamplesGoOneByOne() {
    NetworkPlan trained = Planner.plan(Models.classifier(true, false, 784, 30, 10));
    NetworkPlan predictor = Planner.plan(Models.classifier(false, false, 784, 128, 10));

    assertThat(trained.buffer("z3").hasRowPerSample()).isFalse();
    assertThat(predictor.buffer("z3").hasRowPerSample()).isFalse();
    assertThat(predictor.buffer("a2").hasRowPerSample()).isFalse();
  }

  @Test
  void refusesBlocksThatKeepOneRow() {
    NetworkPlan plan = Planner.plan(Models.network(784, 128, 10));

    assertRefused(withBuffer(plan, "z2", BufferCheckTest::single), "activate2 reads it for all");
  }

  /** The update comes after the last sample. */
  @ParameterizedTest
  @CsvSource({"a2, accumulate3", "d2, accumulate2", "d3, accumulate3"})
  void refusesAnUpdateFromOneSample(String buffer, String step) {
    assertRefused(withBuffer(DIGITS, buffer, BufferCheckTest::single), step + " reads it for all");
  }

  @ParameterizedTest
  @CsvSource({
    "sums2, activate2, z2",
    "activate2, sums3, a2",
    "delta3, delta2, d3",
    "delta2, accumulate2, d2",
    "pack2, sums2, p2",
    "clear3, accumulate3, gw3"
  })
  void refusesToReadWhatNoStepHasWritten(String writer, String reader, String buffer) {
    NetworkPlan without =
        withSteps(DIGITS, step -> step.name().equals(writer) ? List.of() : List.of(step));

    assertRefused(without, reader + " reads " + buffer + "[");
    assertRefused(without, "before it is written");
  }

  @Test
  void refusesToReadBeforeAStepThatComesTooLate() {
    Step[] last = new Step[1];
    NetworkPlan late =
        withSteps(
            DIGITS,
            step -> {
              if (step.name().equals("activate2")) {
                last[0] = step;
                return List.of();
              }
              return step.name().equals("delta2") ? List.of(last[0], step) : List.of(step);
            });

    assertRefused(late, "sums3 reads a2[100][30] ACTIVATION TILE before it is written");
  }

  @ParameterizedTest
  @ValueSource(strings = {"w2", "b2", "p2", "sums2", "z2", "a2", "d2", "gw2", "gb2", "w3", "a3"})
  void refusesRowsThatAreTooShort(String name) {
    int missing = name.matches("p2|sums2") ? 16 : 1; // of which some fill up a cache line
    NetworkPlan plan =
        withBuffer(DIGITS, name, buffer -> sized(buffer, buffer.rows(), buffer.width() - missing));

    assertRefused(plan, " of " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"w2", "p2", "gw2", "w3"})
  void refusesTooFewRows(String name) {
    NetworkPlan plan =
        withBuffer(DIGITS, name, buffer -> sized(buffer, buffer.rows() - 1, buffer.width()));

    assertRefused(plan, " of " + name);
  }

  @Test
  void refusesATileWithoutARowForEachSample() {
    assertRefused(
        withBuffer(DIGITS, "a2", buffer -> sized(buffer, 99, 30)), "row for each of 100 samples");
  }

  /** The weights that deltas go back through stand behind the rows of the samples. */
  @Test
  void refusesScratchOfPanelsWithoutTheCopiedRows() {
    assertThat(PANELS.buffer("sums3").simd()).isEqualTo(new SimdStorage.Panels(104, 64));
    assertRefused(
        inSimd("sums3", new SimdStorage.Panels(103, 64)), "delta2 needs [104, 64] of sums3");
    assertRefused(
        inSimd("sums3", new SimdStorage.Panels(104, 63)), "sums3 needs [100, 64] of sums3");
    assertRefused(inSimd("w3", new SimdStorage.Panels(63, 64)), "sums3 needs [64, 64] of w3");
    assertRefused(inSimd("w3", new SimdStorage.Absent()), "sums3 needs [64, 64] of w3");
  }

  private static NetworkPlan inSimd(String name, SimdStorage simd) {
    return withBuffer(
        PANELS,
        name,
        buffer ->
            new Buffer(
                buffer.name(),
                buffer.layer(),
                buffer.role(),
                buffer.precision(),
                buffer.rows(),
                buffer.width(),
                buffer.layout(),
                simd));
  }

  @Test
  void refusesABufferThatIsNotThereOrNotUsedOrThereTwice() {
    Buffer a2 = DIGITS.buffer("a2");
    List<Buffer> without = new ArrayList<>(DIGITS.buffers());
    without.remove(a2);
    List<Buffer> twice = new ArrayList<>(DIGITS.buffers());
    twice.add(a2);
    List<Buffer> more = new ArrayList<>(DIGITS.buffers());
    more.add(
        new Buffer(
            "u2", 2, Role.SCRATCH, Precision.FLOAT, 1, 7, Layout.ARRAY, new SimdStorage.Same()));

    assertRefused(with(DIGITS, without, DIGITS.passes()), "needs a2, which is not there");
    assertRefused(with(DIGITS, twice, DIGITS.passes()), "two buffers a2");
    assertRefused(with(DIGITS, more, DIGITS.passes()), "no step uses u2[7] SCRATCH ARRAY");
  }

  @Test
  void aPlanSaysAllThatIsDecided() {
    assertThat(PANELS.toString())
        .contains("InterleavedPanel[rows=", "PerSample[]", "Panels[copiedRows=4]")
        .contains("w3[64][64] WEIGHT INPUTS, in SIMD Panels[rows=64, neurons=64]")
        .contains("z2[100][64] PRE_ACTIVATION TILE\n")
        .contains("layer by layer in SIMD [[clear2], [clear3], [sums2], [activate2], [sums3]")
        .endsWith("tile 100 samples, shares steps");
    assertThat(DIGITS.toString())
        .contains("sample by sample [[pack2], [clear2], [clear3], [sums2, activate2, sums3,")
        .contains("activate3, loss3, delta3, delta2], [accumulate2], [accumulate3], [update2]")
        .endsWith("tile 100 samples");
  }

  private static Buffer single(Buffer buffer) {
    return new Buffer(
        buffer.name(),
        buffer.layer(),
        buffer.role(),
        buffer.precision(),
        1,
        buffer.width(),
        Layout.ARRAY,
        buffer.simd());
  }

  private static Buffer sized(Buffer buffer, int rows, int width) {
    return new Buffer(
        buffer.name(),
        buffer.layer(),
        buffer.role(),
        buffer.precision(),
        rows,
        width,
        buffer.layout(),
        buffer.simd());
  }

  private static NetworkPlan withBuffer(
      NetworkPlan plan, String name, UnaryOperator<Buffer> change) {
    List<Buffer> buffers = new ArrayList<>(plan.buffers());
    buffers.replaceAll(buffer -> buffer.name().equals(name) ? change.apply(buffer) : buffer);
    return with(plan, buffers, plan.passes());
  }

  private static NetworkPlan withSteps(NetworkPlan plan, Function<Step, List<Step>> change) {
    List<Pass> passes = new ArrayList<>();
    for (Pass pass : plan.passes()) {
      List<List<Step>> loops = new ArrayList<>();
      for (List<Step> loop : pass.loops()) {
        loops.add(loop.stream().map(change).flatMap(List::stream).toList());
      }
      passes.add(new Pass(pass.name(), pass.simd(), loops));
    }
    return with(plan, plan.buffers(), passes);
  }

  private static NetworkPlan with(NetworkPlan plan, List<Buffer> buffers, List<Pass> passes) {
    return new NetworkPlan(
        plan.model(),
        plan.layers(),
        plan.output(),
        plan.update(),
        plan.tile(),
        buffers,
        plan.backward(),
        passes,
        plan.sharesSteps());
  }

  private static void assertRefused(NetworkPlan plan, String fault) {
    assertThatThrownBy(() -> PlanCheck.checked(plan))
        .isInstanceOf(BrokenPlanException.class)
        .hasMessageStartingWith("broken plan: ")
        .hasMessageContaining(fault);
  }
}
