package io.github.gradsmith.processor.plan.dense;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InputMajor;
import io.github.gradsmith.processor.plan.shape.ForwardShape.InterleavedPanel;
import io.github.gradsmith.processor.plan.shape.ForwardShape.RegisterBlocks;
import io.github.gradsmith.processor.plan.shape.ForwardShape.SplitAccumulators;
import io.github.gradsmith.processor.plan.shape.ForwardShape.Unrolled;
import io.github.gradsmith.processor.plan.shape.WeightLayout;
import io.github.gradsmith.processor.planner.Models;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("fast")
class ShapeRulesTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "6, 6", "36, 1", "1, 36", "12, 3"})
  void upTo36WeightsAreWrittenOut(int inputs, int outputs) {
    assertThat(forward(inputs, outputs)).isInstanceOf(ForwardShape.Unrolled.class);
    assertThat(forward(inputs, outputs)).isEqualTo(new Unrolled());
  }

  @ParameterizedTest
  @CsvSource({"37, 1", "1, 37", "6, 7", "784, 30", "65536, 65536"})
  void moreAreLooped(int inputs, int outputs) {
    assertThat(forward(inputs, outputs)).isNotInstanceOf(ForwardShape.Unrolled.class);
    assertThat(forward(inputs, outputs)).isNotInstanceOf(Unrolled.class);
  }

  /** Eight rows at a time; up to ten in one block, where a rest of one or two would be left. */
  @ParameterizedTest
  @CsvSource({
    "40, 1, 1",
    "50, 7, 7",
    "50, 8, 8",
    "50, 9, 9",
    "30, 10, 10",
    "30, 11, 8",
    "199, 15, 8"
  })
  void fewInputsGoRowBlockByRowBlock(int inputs, int outputs, int rows) {
    assertThat(forward(inputs, outputs)).isEqualTo(new RegisterBlocks(rows));
  }

  /** Up to eight inputs in one pass; more in passes of four, the first with what is left. */
  @ParameterizedTest
  @CsvSource({
    "1, 5000, 1, 0",
    "3, 16, 3, 0",
    "8, 784, 8, 0",
    "9, 784, 1, 4",
    "10, 784, 2, 4",
    "11, 784, 3, 4",
    "12, 784, 4, 4",
    "64, 64, 4, 4",
    "199, 1000, 3, 4"
  })
  void fewInputsOfManyNeuronsHaveARowEach(int inputs, int outputs, int first, int others) {
    InputMajor shape = (InputMajor) forward(inputs, outputs);

    assertThat(shape.first()).isEqualTo(first);
    assertThat(shape.inputs()).isEqualTo(others);
    assertThat(shape.layout()).isEqualTo(WeightLayout.INPUT_MAJOR);
    assertThat(forward(inputs, 15).layout()).isEqualTo(WeightLayout.ROWS);
  }

  /** More inputs than that only if the layer is large and wide. */
  @ParameterizedTest
  @CsvSource({
    "200, 327, ROWS",
    "200, 328, INPUT_MAJOR",
    "512, 128, ROWS",
    "513, 128, INPUT_MAJOR",
    "784, 84, INPUT_MAJOR",
    "784, 83, ROWS",
    "911, 72, INPUT_MAJOR",
    "911, 71, ROWS",
    "4096, 71, ROWS"
  })
  void largeWideLayersHaveARowForEachInput(int inputs, int outputs, WeightLayout layout) {
    assertThat(forward(inputs, outputs).layout()).isEqualTo(layout);
  }

  @Test
  void deltasGoBackAlongTheRows() {
    assertThat(forward(10, 99)).isEqualTo(new InputMajor(2, 4, new RegisterBlocks(8)));
    assertThat(forward(3, 99)).isEqualTo(new InputMajor(3, 0, new RegisterBlocks(3)));
    assertThat(forward(10, 784))
        .isEqualTo(new InputMajor(2, 4, new SplitAccumulators(3, 256, 4, 16)));
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void from200InputsOnFewRowsAreFolded(int outputs) {
    assertThat(forward(199, outputs)).isInstanceOf(RegisterBlocks.class);
    assertThat(forward(200, outputs)).isInstanceOf(SplitAccumulators.class);
  }

  /** No input is left over, and neither is a row. */
  @ParameterizedTest
  @CsvSource({"288, 3", "224, 7"})
  void packsTheFewestAndTheMostRows(int inputs, int rows) {
    assertThat(((InterleavedPanel) forward(inputs, rows)).rows()).isEqualTo(rows);
  }

  /** From 100 deltas on. */
  @Test
  void foldsDeltasThatAreManyEnough() {
    assertThat(((InputMajor) forward(10, 100)).back()).isInstanceOf(SplitAccumulators.class);
    assertThat(((InputMajor) forward(1, 1 << 30)).back()).isInstanceOf(SplitAccumulators.class);
  }

  @Test
  void foldsOneNeuronOfTheDigitNetwork() {
    assertThat(forward(784, 1)).isEqualTo(new SplitAccumulators(3, 256, 4, 16));
  }

  /** 800 inputs are 5 times 5 blocks of 32; 4 and 7 rows would need zeros for neurons, too. */
  @Test
  void packsTheDigitNetworkInGroupsOfFive() {
    assertThat(forward(784, 30))
        .isEqualTo(new InterleavedPanel(5, 800, new SplitAccumulators(3, 256, 4, 16)));
  }

  @ParameterizedTest
  @CsvSource({"200, 3", "784, 10", "785, 63", "8192, 3"})
  void from200InputsOnRowsArePacked(int inputs, int outputs) {
    assertThat(forward(199, outputs)).isNotInstanceOf(InterleavedPanel.class);
    assertThat(forward(inputs, outputs)).isInstanceOf(InterleavedPanel.class);
    assertThat(forward(8193, outputs)).isInstanceOf(SplitAccumulators.class);
  }

  @Test
  void everyGroupCoversItsInputsInWholeBlocks() {
    for (int inputs = 200; inputs <= 8192; inputs++) {
      InterleavedPanel shape = (InterleavedPanel) forward(inputs, 3 + inputs % 60);
      assertThat(shape.rows()).as("rows for %d", inputs).isBetween(3, 7);
      assertThat(shape.length() % (32 * shape.rows())).as("%s of %d", shape, inputs).isZero();
      assertThat(shape.length() - inputs)
          .as("%s of %d", shape, inputs)
          .isBetween(0, 32 * shape.rows() - 1);
      // What follows the last block once more lies within the input.
      assertThat(shape.wrapped()).as("%s of %d", shape, inputs).isLessThanOrEqualTo(inputs);
    }
  }

  @Test
  void everyFoldCoversItsInputsInFullVectors() {
    for (int inputs = 200; inputs <= 5000; inputs++) {
      SplitAccumulators fold = (SplitAccumulators) forward(inputs, 2);
      assertThat(3 * fold.length() + fold.tail()).as("%s of %d", fold, inputs).isEqualTo(inputs);
      assertThat(fold.folds()).as("folds for %d", inputs).isBetween(1, 12);
      assertThat(fold.length() % (16 * fold.folds())).as("%s of %d", fold, inputs).isZero();
      assertThat(fold.folded()).as("%s of %d", fold, inputs).isGreaterThanOrEqualTo(48);
      assertThat(fold.tail()).as("%s of %d", fold, inputs).isBetween(0, fold.length());
      // Three products for 16 more entries in each part would cover a longer tail.
      assertThat(fold.tail()).as("%s of %d", fold, inputs).isLessThan(3 * 16 * fold.folds());
    }
  }

  /** Every allowed fold is tried, from the folded entries up instead of from the length down. */
  @Test
  void noOtherFoldLeavesFewerScalarSteps() {
    for (int inputs = 200; inputs <= 5000; inputs++) {
      SplitAccumulators fold = (SplitAccumulators) forward(inputs, 2);
      assertThat(fold.folded() + fold.tail())
          .as("%s of %d", fold, inputs)
          .isEqualTo(fewestScalarSteps(inputs));
    }
  }

  /** With three terms 129 to 143 deltas leave a tail that is longer than the fold. */
  @Test
  void everyFoldOfDeltasHoldsItsTail() {
    for (int outputs = 100; outputs <= 5000; outputs++) {
      SplitAccumulators fold = (SplitAccumulators) ((InputMajor) forward(10, outputs)).back();
      assertThat(fold.terms() * fold.length() + fold.tail())
          .as("%s of %d", fold, outputs)
          .isEqualTo(outputs);
      assertThat(fold.tail()).as("%s of %d", fold, outputs).isBetween(0, fold.length());
      assertThat(fold.terms()).as("%d", outputs).isEqualTo(outputs >= 129 && outputs < 144 ? 2 : 3);
    }
  }

  /** Two thirds as many entries and the inputs again are more than one array holds. */
  @Test
  void foldsNoMoreThanAnArrayHolds() {
    int most = 1 << 30;
    assertThat(((SplitAccumulators) forward(most, 1)).scratch()).isPositive();
    assertThat(forward(most + 1, 1)).isEqualTo(new RegisterBlocks(1));
    assertThat(((InputMajor) forward(1, most + 1)).back()).isEqualTo(new RegisterBlocks(1));
  }

  private static int fewestScalarSteps(int inputs) {
    return IntStream.rangeClosed(1, 12)
        .flatMap(
            folds ->
                IntStream.iterate(48, folded -> 3 * folded * folds <= inputs, folded -> folded + 16)
                    .filter(folded -> inputs <= 4 * folded * folds)
                    .map(folded -> folded + inputs - 3 * folded * folds))
        .min()
        .orElseThrow();
  }

  private static ForwardShape forward(int inputs, int outputs) {
    return ShapeRules.forward(Models.layer(inputs, outputs));
  }
}
