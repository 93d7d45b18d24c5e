package io.github.gradsmith.processor.planner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.model.NetworkModel;
import io.github.gradsmith.processor.model.OptimizerChoice;
import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.dense.DenseLoops;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.ForwardShape.SplitAccumulators;
import io.github.gradsmith.processor.plan.simd.SimdShape;
import io.github.gradsmith.processor.plan.simd.SimdTiles;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What kernels ask of a plan. */
@Tag("fast")
class NetworkPlanTest {
  private static final NetworkPlan DIGITS = plan(784, 30, 10);

  private static NetworkPlan plan(int... widths) {
    return Planner.plan(Models.network(widths));
  }

  private static NetworkPlan simd(int... widths) {
    return Planner.plan(Models.vectorized(Precision.FLOAT, widths));
  }

  private static NetworkPlan predictor(boolean vectorized, int... widths) {
    return Planner.plan(Models.classifier(false, vectorized, widths));
  }

  @Test
  void layersFollowOneAnother() {
    NetworkPlan plan = plan(4, 3, 2, 1);

    assertThat(plan.reader(plan.first()).number()).isEqualTo(3);
    assertThat(plan.reader(plan.reader(plan.first()))).isSameAs(plan.last());
  }

  @Test
  void activationsOfSeveralSamplesAreKeptToTrainOrForSimd() {
    assertThat(plan(40, 3).hasTile()).isTrue();
    assertThat(predictor(true, 40, 3).hasTile()).isTrue();
    assertThat(predictor(false, 40, 3).hasTile()).isFalse();
    assertThat(predictor(false, 40, 3).trains()).isFalse();
    assertThat(plan(40, 3).trains()).isTrue();
  }

  @Test
  void rowsBelongToNeuronsOrInputs() {
    LayerPlan columns = plan(10, 99).first();
    assertThat(plan(3, 2, 10, 99).isInputMajor()).isTrue();
    assertThat(columns.isInputMajor()).isTrue();
    assertThat(columns.rows()).isEqualTo(10);
    assertThat(columns.rowLength()).isEqualTo(99);
    assertThat(DIGITS.isInputMajor()).isFalse();
    assertThat(DIGITS.first().isInputMajor()).isFalse();
    assertThat(DIGITS.first().rows()).isEqualTo(30);
    assertThat(DIGITS.first().rowLength()).isEqualTo(784);
  }

  @Test
  void simdIsWhereTheModelHasIt() {
    assertThat(simd(784, 30, 10).vectorized()).isTrue();
    assertThat(simd(784, 30, 10).hasPanels()).isTrue();
    assertThat(simd(40, 10).vectorized()).isTrue();
    assertThat(simd(40, 10).hasPanels()).isFalse();
    assertThat(simd(15, 15).vectorized()).isFalse();
    assertThat(DIGITS.vectorized()).isFalse();
    assertThat(DIGITS.hasPanels()).isFalse();
    assertThat(simd(784, 10).first().simd())
        .isEqualTo(new SimdShape.RowTiles(new SimdTiles(5, 2, 5)));
  }

  /** No deltas go back through the first layer, and none at all where nothing trains. */
  @Test
  void rowsAreCopiedWhereDeltasGoBack() {
    assertThat(predictor(true, 784, 64, 64).last().simd()).isEqualTo(new SimdShape.Panels(0));
    assertThat(simd(784, 64, 64).last().simd()).isEqualTo(new SimdShape.Panels(4));
    assertThat(simd(784, 64, 64).first().simd()).isEqualTo(new SimdShape.Panels(0));
  }

  @Test
  void adamKeepsStateToTrain() {
    assertThat(DIGITS.keepsState()).isFalse();
    assertThat(adam(true).keepsState()).isTrue();
    assertThat(adam(false).keepsState()).isFalse();
  }

  private static NetworkPlan adam(boolean trains) {
    NetworkModel model = Models.classifier(trains, false, 4, 3);
    return Planner.plan(
        new NetworkModel(
            model.packageName(),
            model.nesting(),
            model.isPublic(),
            model.precision(),
            trains,
            model.input(),
            model.layers(),
            model.loss(),
            new OptimizerChoice.Adam(0.9, 0.999, 1e-8),
            model.weights(),
            model.vectors(),
            model.simd(),
            model.vectorized(),
            model.inheritedNames(),
            model.markGenerated(),
            model.namesDeprecated(),
            Optional.empty()));
  }

  /** From 32,768 parameters on, or in panels. */
  @Test
  void largeNetworksShareSteps() {
    assertThat(plan(127, 256).sharesSteps()).isTrue();
    assertThat(plan(4_680, 7).parameterCount()).isEqualTo(32_767);
    assertThat(plan(4_680, 7).sharesSteps()).isFalse();
    assertThat(simd(64, 64).sharesSteps()).isTrue();
    assertThat(predictor(true, 127, 256).sharesSteps()).isFalse();
  }

  /** More than 65,536 weights go block by block, over rows for neurons or for inputs. */
  @ParameterizedTest
  @CsvSource({
    "1024, 64, false, false",
    "1025, 64, true, false",
    "9000, 64, false, false",
    "512, 128, false, false",
    "513, 128, false, true",
    "128, 512, false, false",
    "128, 513, false, true"
  })
  void largeLayersGoBlockByBlock(int inputs, int outputs, boolean blocked, boolean swept) {
    NetworkPlan alone = plan(inputs, outputs);
    assertThat(alone.first().isBlocked()).isEqualTo(blocked);
    assertThat(alone.first().isSwept()).isEqualTo(swept);
    assertThat(alone.first().goesInBlocks()).isEqualTo(blocked || swept);
    assertThat(alone.hasBlocks()).isEqualTo(blocked || swept);
    assertThat(alone.goesByLayer()).isEqualTo(blocked || swept);
    assertThat(alone.buffer("z2").hasRowPerSample()).isEqualTo(blocked || swept);
    assertThat(alone.first().transposes()).isFalse();
    NetworkPlan after = plan(3, inputs, outputs);
    assertThat(after.last().transposes()).isEqualTo(swept);
    NetworkPlan predictor = predictor(false, inputs, outputs);
    assertThat(predictor.hasBlocks()).isFalse();
    assertThat(simd(inputs, outputs).goesByLayer()).isTrue();
  }

  @Test
  void packedRowsHaveAnOrderOfTheirOwn() {
    assertThat(DIGITS.packs()).isTrue();
    assertThat(plan(10, 99).packs()).isFalse();
  }

  @Test
  void loopsAreToldInWords() {
    assertThat(DIGITS.first().loopWords()).isEqualTo("5 packed rows side by side, in loops of 800");
    assertThat(DIGITS.last().loopWords()).isEqualTo("blocks of 10 rows");
    assertThat(plan(3, 2).last().loopWords()).isEqualTo("written out");
    assertThat(plan(40, 1).last().loopWords()).isEqualTo("row by row");
    assertThat(plan(784, 1).last().loopWords())
        .isEqualTo("pairs of rows, folded onto 64 with a rest of 16");
    assertThat(plan(768, 1).last().loopWords()).doesNotContain("rest");
    assertThat(plan(10, 99).last().loopWords())
        .isEqualTo("all neurons side by side, a row for each input");
    assertThat(simd(784, 10).first().loopWords())
        .endsWith("; in SIMD 5 rows a pass, or 2 rows and 4 samples");
    assertThat(simd(784, 30).first().loopWords())
        .endsWith("; in SIMD panels of 4 vectors, 2 samples a pass (2 and 5 with 512 bits)");
  }

  /** The sums of all rows, then the input, then its first blocks once more. */
  @Test
  void scratchHoldsSumsAndInput() {
    InterleavedPanel packed = (InterleavedPanel) DenseLoops.of(DIGITS.first()).forward();
    assertThat(packed.scratch()).isEqualTo(800 + 800 + 4 * 32);
    assertThat(packed.folded()).isEqualTo(5 * 32);
    assertThat(packed.packed()).isEqualTo(5 * 800);
    SplitAccumulators folded = packed.unpacked();
    assertThat(folded.inputAt()).isEqualTo(2 * 256);
    assertThat(folded.scratch()).isEqualTo(2 * 256 + 784);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, 1", "3, 3, 3, 3", "5, 5, 2, 5", "7, 7, 2, 5", "9, 6, 3, 3", "12, 6, 2, 6",
    "15, 5, 3, 5", "17, 6, 2, 5", "39, 6, 2, 3", "41, 6, 2, 5", "47, 6, 2, 5", "50, 6, 2, 5"
  })
  void tilesDivideFewRows(int rows, int forward, int batch, int backward) {
    assertThat(SimdTiles.of(rows)).isEqualTo(new SimdTiles(forward, batch, backward));
  }
}
