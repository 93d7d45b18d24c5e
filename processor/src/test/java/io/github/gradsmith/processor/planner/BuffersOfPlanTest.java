package io.github.gradsmith.processor.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.kind.registry.Layers;
import io.github.gradsmith.processor.model.ActivationChoice;
import io.github.gradsmith.processor.model.LayerChoice;
import io.github.gradsmith.processor.model.LayerModel;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.model.Shape;
import io.github.gradsmith.processor.model.Value;
import io.github.gradsmith.processor.plan.Buffer;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.Pass;
import io.github.gradsmith.processor.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which arrays a network has, by the kinds of its layers. */
@Tag("fast")
class BuffersOfPlanTest {
  private static final ActivationChoice SIGMOID = new ActivationChoice.Named(Activation.SIGMOID);

  private static LayerChoice dense(int units, boolean bias) {
    return new LayerChoice.Dense(units, bias, SIGMOID, Initializer.AUTO);
  }

  /** Each layer reads the one before. */
  private static NetworkPlan plan(boolean trains, boolean vectorized, LayerChoice... choices) {
    List<LayerModel> layers = new ArrayList<>();
    Value value = new Value(Value.INPUT, Shape.of(6));
    for (LayerChoice choice : choices) {
      layers.add(Layers.of(layers.size() + 2, choice, List.of(value)));
      value = layers.get(layers.size() - 1).value();
    }
    return Planner.plan(
        Models.network(Precision.FLOAT, vectorized, trains, Loss.HALF_SQUARED_ERROR, layers));
  }

  private static Set<String> names(NetworkPlan plan) {
    return new TreeSet<>(plan.buffers().stream().map(Buffer::name).toList());
  }

  private static List<String> steps(NetworkPlan plan) {
    return plan.passes().stream()
        .map(Pass::loops)
        .flatMap(List::stream)
        .flatMap(List::stream)
        .map(Step::name)
        .toList();
  }

  /** A constant row stands for the biases, and their gradients go nowhere. */
  @Test
  void aLayerWithoutBiasesHasZerosInstead() {
    assertThat(names(plan(true, false, dense(4, false)))).contains("zeros2", "lost2");
    assertThat(names(plan(false, false, dense(4, false))))
        .contains("zeros2")
        .doesNotContain("lost2");
    assertThat(names(plan(true, false, dense(4, true)))).doesNotContain("zeros2", "lost2");
  }

  @Test
  void statisticsAreKept() {
    NetworkPlan plan = plan(true, false, new LayerChoice.Normalization(), dense(4, true));

    assertThat(names(plan)).contains("mean2", "variance2").doesNotContain("w2", "d2", "gw2");
    assertThat(plan.buffer("mean2").width()).isEqualTo(6);
  }

  /** Its single output goes to the caller, unless SIMD kernels or a loss read it. */
  @Test
  void aPredictorOfOneOutputHasNoArrayForIt() {
    LayerChoice hidden = dense(4, true);
    LayerChoice one = dense(1, true);

    assertThat(names(plan(false, false, hidden, one))).contains("a2").doesNotContain("a3");
    assertThat(names(plan(false, false, hidden, dense(2, true)))).contains("a3");
    assertThat(names(plan(true, false, hidden, one))).contains("a3");
    assertThat(names(plan(false, true, dense(64, true), one))).contains("a3");
    assertThat(names(plan(false, false, one, one))).contains("a2").doesNotContain("a3");
    assertThat(names(plan(false, false, one, new LayerChoice.Dropout(0)))).contains("a3");
  }

  /** What goes to the caller is not copied there. */
  @Test
  void theOutputIsWrittenOnce() {
    assertThat(steps(plan(false, false, dense(4, true), dense(1, true)))).doesNotContain("output3");
    assertThat(steps(plan(false, false, dense(4, true), dense(2, true)))).contains("output3");
    assertThat(steps(plan(false, false, dense(4, true), dense(1, true)))).contains("activate3");
  }

  /** A slice reaches a part of the delta: all of it is 0 before. */
  @Test
  void aDeltaThatIsReachedInPartIsCleared() {
    NetworkPlan sliced =
        plan(true, false, dense(6, true), new LayerChoice.Slice(1, 4, 0), dense(2, true));

    assertThat(steps(sliced)).contains("clearDelta2").doesNotContain("clearDelta3");
    assertThat(steps(plan(true, false, dense(6, true), dense(2, true))))
        .noneMatch(name -> name.startsWith("clearDelta"));
  }

  @Test
  void onlyTheLastLayersDeltaMayReadItsSums() {
    NetworkPlan plan = plan(true, false, dense(5, true), dense(3, true), dense(2, true));

    assertThat(plan.layers()).noneMatch(layer -> layer.keepsZ());
  }

  /** Groups of a packed row begin alike in their cache lines: with a header of 16 bytes. */
  @Test
  void packedRowsFillWholeCacheLines() {
    NetworkPlan plan = Planner.plan(Models.network(784, 30, 10));
    Buffer packed = plan.buffer("p2");

    assertThat((packed.width() * Float.BYTES + 16) % 64).isZero();
    assertThat(packed.width()).isBetween(4 * 784 / 4, 8 * 784 + 16);
  }

  /** In SIMD each matrix step is a loop of its own; the others go on sample by sample. */
  @Test
  void layersWithKernelsAreLoopsOfTheirOwn() {
    NetworkPlan plan = plan(true, true, dense(64, true), new LayerChoice.LayerNorm(1e-5));
    Pass simd = plan.passes().stream().filter(Pass::simd).findFirst().orElseThrow();
    List<List<String>> loops =
        simd.loops().stream().map(loop -> loop.stream().map(Step::name).toList()).toList();

    assertThat(loops).contains(List.of("sums2"), List.of("activate2"));
    assertThat(steps(plan(true, false, dense(64, true)))).contains("sums2", "activate2");
  }
}
