package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.Activation;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Network;
import io.github.gradsmith.internal.math.SeededRandom;
import io.github.gradsmith.layer.Dense;
import io.github.gradsmith.layer.Dropout;
import io.github.gradsmith.layer.Input;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What steps do to each layer, computed anew step by step from the numbers of the parameters. */
class RecordLayersTest {
  @Network(loss = Loss.CROSS_ENTROPY)
  interface DropNet extends FloatNetwork {
    enum Layer {
      @Input(4)
      ROW,
      @Dense(units = 6, activation = Activation.TANH)
      HIDDEN,
      @Dropout(0.5)
      DROPPED,
      @Dense(units = 3, activation = Activation.SOFTMAX)
      CLASS
    }
  }

  private static final int ROWS = 50;
  private static final int BATCH = 8;
  private static final int EPOCHS = 4;
  private static final FloatRows TRAINING = Nets.rows(ROWS, 1);
  private static final FloatRows VALIDATION = Nets.rows(30, 2);
  private static final Fit FIT =
      Fit.epochs(EPOCHS).batchSize(BATCH).seed(5).learningRate(LearningRate.cosine(0.2, 0.01));

  @TempDir Path folder;

  private static FloatRows weighted() {
    float[] weights = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      weights[i] = 0.5f + i % 3;
    }
    return TRAINING.weighted(weights);
  }

  /** The kinds of steps, each with what it is given. */
  private static Map<String, Function<Fit, Fit>> kinds() {
    return Map.of(
        "plain", fit -> fit,
        "threads", fit -> fit.threads(2),
        "norm", fit -> fit.clipNorm(0.3),
        "value", fit -> fit.threads(1).clipValue(0.01));
  }

  @Test
  void numbersAreThoseOfTheLastStepOfEachEpoch() {
    for (FloatRows rows : List.of(TRAINING, weighted())) {
      kinds()
          .forEach(
              (name, kind) -> {
                FloatNetwork network = Nets.adam(3);
                Fit fit = kind.apply(FIT);
                History history = fit.recordLayers().run(network, rows);
                require(name, history.layers(), fit, rows);
              });
    }
  }

  /** The parameters before and after each step are looked at by a listener of a run of its own. */
  private static void require(String name, List<LayerHistory> found, Fit fit, FloatRows rows) {
    FloatNetwork network = Nets.adam(3);
    List<float[]> steps = new ArrayList<>(List.of(Nets.parameters(network)));
    FitListener listener =
        new FitListener() {
          @Override
          public void stepEnded(Run run) {
            steps.add(Nets.parameters(network));
          }
        };
    fit.listener(listener).run(network, rows);
    assertThat(found.stream().map(l -> l.layer().name())).containsExactly("layer2", "layer3");
    int perEpoch = (ROWS + BATCH - 1) / BATCH;
    // By hand: 6 times 4 weights and 6 biases, then 3 times 6 and 3, in the order of the names.
    int[][] places = {places("layer2", 30), places("layer3", 21)};
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      float[] before = steps.get((epoch + 1) * perEpoch - 1);
      float[] after = steps.get((epoch + 1) * perEpoch);
      float[] gradient = lastGradient(before, rows, epoch);
      for (int l = 0; l < 2; l++) {
        double moved = 0;
        double size = 0;
        double slope = 0;
        for (int p : places[l]) {
          moved += Math.pow((double) after[p] - before[p], 2);
          size += Math.pow(before[p], 2);
          slope += Math.pow(gradient[p], 2);
        }
        double ratio = Math.sqrt(moved) / Math.sqrt(size);
        assertThat(found.get(l).stepRatios().get(epoch))
            .as("%s, epoch %d, layer %d", name, epoch, l)
            .isCloseTo(ratio, within(1e-5 * ratio));
        double norm = Math.sqrt(slope);
        assertThat(found.get(l).gradientNorms().get(epoch))
            .as("%s, epoch %d, layer %d", name, epoch, l)
            .isCloseTo(norm, within(1e-4 * norm));
      }
    }
  }

  /** The flat places of a layer's numbers. */
  private static int[] places(String layer, int count) {
    List<Integer> places = new ArrayList<>();
    Nets.adam(1)
        .topology()
        .parameters()
        .forEach(
            tensor -> {
              for (int i = 0; i < tensor.size() && tensor.name().startsWith(layer); i++) {
                places.add(tensor.offset() + i);
              }
            });
    assertThat(places).hasSize(count);
    return places.stream().mapToInt(i -> i).toArray();
  }

  /** Central differences of the loss of the epoch's last mini-batch, in double. */
  private static float[] lastGradient(float[] parameters, FloatRows rows, int epoch) {
    int[] order = new int[ROWS];
    new SeededRandom(SeededRandom.derived(5, epoch)).shuffle(order);
    int from = ROWS / BATCH * BATCH;
    var batch = Nets.doubles(rows.select(Arrays.copyOfRange(order, from, ROWS)));
    DoubleNetwork exact = Nets.DOUBLES.get("Adam").apply(1);
    double[] at = new double[parameters.length];
    float[] gradient = new float[parameters.length];
    for (int p = 0; p < at.length; p++) {
      double[] losses = new double[2];
      for (int side = 0; side < 2; side++) {
        for (int q = 0; q < at.length; q++) {
          at[q] = parameters[q];
        }
        at[p] += side == 0 ? -1e-5 : 1e-5;
        exact.setParameters(at);
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < batch.size(); i++) {
          sum += batch.weight(i) * exact.loss(batch.inputs()[i], batch.targets()[i]);
          weights += batch.weight(i);
        }
        losses[side] = sum / weights;
      }
      gradient[p] = (float) ((losses[1] - losses[0]) / 2e-5);
    }
    return gradient;
  }

  @Test
  void doublesAreRecordedAlike() {
    History floats = FIT.recordLayers().run(Nets.adam(3), TRAINING);
    DoubleNetwork network = Nets.DOUBLES.get("Adam").apply(3);
    double[] start = new double[network.parameterCount()];
    float[] same = Nets.parameters(Nets.adam(3));
    Arrays.setAll(start, i -> same[i]);
    network.setParameters(start);
    History doubles = FIT.recordLayers().run(network, Nets.doubles(TRAINING));
    for (int l = 0; l < 2; l++) {
      for (int e = 0; e < EPOCHS; e++) {
        double ratio = doubles.layers().get(l).stepRatios().get(e);
        double norm = doubles.layers().get(l).gradientNorms().get(e);
        assertThat(floats.layers().get(l).stepRatios().get(e))
            .isCloseTo(ratio, within(1e-3 * ratio));
        assertThat(floats.layers().get(l).gradientNorms().get(e))
            .isCloseTo(norm, within(1e-3 * norm));
      }
    }
  }

  /** Masks of dropout are drawn from the network's own state. */
  @Test
  void theRunHasTheSameBitsWithAndWithout() {
    List<Supplier<FloatNetwork>> networks =
        List.of(() -> Nets.adam(3), () -> new RecordLayersTest_DropNetImpl(3));
    for (Supplier<FloatNetwork> made : networks) {
      kinds()
          .forEach(
              (name, kind) -> {
                FloatNetwork with = made.get();
                FloatNetwork without = made.get();
                History a = kind.apply(FIT).recordLayers().run(with, TRAINING, VALIDATION);
                History b = kind.apply(FIT).run(without, TRAINING, VALIDATION);
                assertThat(Nets.parameters(with)).as(name).isEqualTo(Nets.parameters(without));
                for (Monitor monitor : List.of(Monitor.trainingLoss(), Monitor.validationLoss())) {
                  assertThat(a.values(monitor)).as(name).isEqualTo(b.values(monitor));
                }
                assertThat(a.layers()).hasSize(2);
                assertThat(b.layers()).isEmpty();
              });
    }
  }

  /** The gradient is that of the step itself: with the mask that the step has. */
  @Test
  void theGradientHasTheMaskOfTheStep() {
    FloatNetwork network = new RecordLayersTest_DropNetImpl(3);
    List<float[]> ends = new ArrayList<>();
    FitListener listener =
        new FitListener() {
          @Override
          public void epochEnded(Run run) {
            ends.add(Nets.parameters(network));
          }
        };
    Fit whole = Fit.epochs(3).batchSize(ROWS).learningRate(0.5).listener(listener);
    History history = whole.recordLayers().run(network, TRAINING);
    float[] before = ends.get(1);
    float[] after = ends.get(2);
    double squares = 0;
    for (int i = 0; i < before.length; i++) {
      squares += Math.pow(((double) after[i] - before[i]) / 0.5, 2);
    }
    double norm = 0;
    for (LayerHistory layer : history.layers()) {
      norm += Math.pow(layer.gradientNorms().get(2), 2);
    }
    assertThat(Math.sqrt(norm)).isCloseTo(Math.sqrt(squares), within(1e-4));
  }

  @Test
  void aSkippedLastStepHasNoNumbers() {
    float[] weights = new float[ROWS];
    int[] order = new int[ROWS];
    new SeededRandom(SeededRandom.derived(5, 1)).shuffle(order);
    Arrays.fill(weights, 1);
    for (int i = ROWS / BATCH * BATCH; i < ROWS; i++) {
      weights[order[i]] = 0; // the last mini-batch of the second epoch
    }
    History history = FIT.recordLayers().run(Nets.adam(3), TRAINING.weighted(weights));
    assertThat(history.skippedSteps()).isEqualTo(1);
    for (LayerHistory layer : history.layers()) {
      assertThat(layer.stepRatios().get(0)).isPositive();
      assertThat(layer.stepRatios().get(1)).isNaN();
      assertThat(layer.gradientNorms().get(1)).isNaN();
      assertThat(layer.stepRatios().get(2)).isPositive();
    }
  }

  /** Also where the run was ended between the last step and the evaluation. */
  @Test
  void aResumedRunHasTheSameNumbers() {
    Path file = folder.resolve("run.safetensors");
    Fit fit = FIT.recordLayers();
    List<LayerHistory> expected = fit.run(Nets.adam(1), TRAINING).layers();
    for (int at : new int[] {1, 7, 8, 14, 20, 21}) {
      AtomicInteger asked = new AtomicInteger();
      fit.checkpoint(file, 1)
          .stopWhen(() -> asked.incrementAndGet() == at)
          .run(Nets.adam(1), TRAINING);
      List<LayerHistory> found = fit.resume(file, Nets.adam(7), TRAINING).layers();
      for (int l = 0; l < 2; l++) {
        assertThat(found.get(l).stepRatios()).isEqualTo(expected.get(l).stepRatios());
        assertThat(found.get(l).gradientNorms()).isEqualTo(expected.get(l).gradientNorms());
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FIT.resume(file, Nets.adam(7), TRAINING))
        .withMessageContaining("step of layer2, step of layer3, gradient of layer2");
  }
}
