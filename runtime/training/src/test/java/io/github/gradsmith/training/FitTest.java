package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatParallelTrainer;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.math.SeededRandom;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run does, line by line of what is said of it. */
class FitTest {
  private static final FloatRows TRAINING = Nets.rows(50, 1);
  private static final FloatRows VALIDATION = Nets.rows(300, 2);
  private static final Fit FIT = Fit.epochs(4).batchSize(8).seed(5).learningRate(0.1);

  @TempDir Path folder;

  /** Line 1. */
  @Test
  void anEpochEndsInItsOrder() {
    Path file = folder.resolve("run.safetensors");
    List<String> seen = new ArrayList<>();
    Metric told =
        new Metric() {
          @Override
          public String name() {
            return "told";
          }

          @Override
          public Goal goal() {
            return Goal.MINIMIZE;
          }

          @Override
          public Evaluator evaluator(int outputs, int rows) {
            return new Evaluator() {
              @Override
              public void reset() {}

              @Override
              public void add(double[] output, double[] target, double weight) {}

              @Override
              public double value() {
                seen.add("evaluation");
                return 1;
              }
            };
          }
        };
    FitListener listener =
        new FitListener() {
          @Override
          public void started(Run run) {
            seen.add("started " + run.epoch());
          }

          @Override
          public void stepEnded(Run run) {
            seen.add("step " + run.step() + " of epoch " + run.epoch());
          }

          @Override
          public void epochEnded(Run run) {
            assertThat(run.history().epochs()).isEqualTo(run.epoch());
            boolean written = Files.exists(file);
            seen.add("epoch " + run.epoch() + (written ? " with checkpoint" : ""));
          }

          @Override
          public void ended(Run run) {
            seen.add("ended " + run.history().stop());
          }
        };
    Fit.epochs(2)
        .batchSize(30)
        .learningRate(0.1)
        .metrics(told)
        .checkpoint(file, 1)
        .listener(listener)
        .run(Nets.plain(1), TRAINING, VALIDATION);
    assertThat(seen)
        .containsExactly(
            "started 0",
            "step 1 of epoch 1",
            "step 2 of epoch 1",
            "evaluation",
            "epoch 1 with checkpoint",
            "step 3 of epoch 2",
            "step 4 of epoch 2",
            "evaluation",
            "epoch 2 with checkpoint",
            "ended EPOCHS");
  }

  /** Lines 2 and 3: an independent loop over train. */
  @Test
  void stepsWithoutClippingAndWeightsAreThoseOfTrainInTheOrderOfTheSeed() {
    FloatNetwork expected = Nets.plain(3);
    double[] losses = new double[4];
    for (int e = 0; e < 4; e++) {
      losses[e] = epochOfTrain(expected, e);
    }
    FloatNetwork fitted = Nets.plain(3);
    History history = FIT.run(fitted, TRAINING);
    assertThat(Nets.parameters(fitted)).isEqualTo(Nets.parameters(expected));
    assertThat(history.values(Monitor.trainingLoss())).isEqualTo(losses);
    assertThat(history.steps()).isEqualTo(4 * 7);
  }

  /** Rows drawn from a list, by Fisher and Yates as Durstenfeld wrote it down. */
  private static double epochOfTrain(FloatNetwork network, int epoch) {
    long first = new SeededRandom(5).nextLong();
    SeededRandom random = new SeededRandom(new SeededRandom(first + epoch).nextLong());
    List<Integer> order = new ArrayList<>(IntStream.range(0, 50).boxed().toList());
    for (int i = 49; i > 0; i--) {
      java.util.Collections.swap(order, i, random.nextInt(i + 1));
    }
    double sum = 0;
    for (int from = 0; from < 50; from += 8) {
      List<Integer> batch = order.subList(from, Math.min(50, from + 8));
      FloatRows rows = TRAINING.select(batch.stream().mapToInt(i -> i).toArray());
      float loss = network.train(rows.inputs(), rows.targets(), 0, rows.size(), 0.1f);
      sum += (double) loss * rows.size();
    }
    return sum / 50;
  }

  /** Line 2. */
  @Test
  void theCallersArraysAreNotReordered() {
    float[][] inputs = TRAINING.inputs().clone();
    float[][] targets = TRAINING.targets().clone();
    FIT.run(Nets.plain(1), TRAINING, VALIDATION);
    assertThat(Arrays.equals(inputs, TRAINING.inputs())).isTrue();
    assertThat(Arrays.equals(targets, TRAINING.targets())).isTrue();
  }

  /** Line 3. */
  @Test
  void stepsOfThreadsAreThoseOfTheTrainerForAnyNumber() {
    FloatNetwork one = Nets.adam(3);
    FloatNetwork two = Nets.adam(3);
    FloatNetwork expected = Nets.adam(3);
    FIT.threads(1).run(one, TRAINING);
    FIT.threads(2).run(two, TRAINING);
    try (FloatParallelTrainer trainer = new FloatParallelTrainer(expected, 1)) {
      for (int e = 0; e < 4; e++) {
        int[] order = new int[50];
        new SeededRandom(SeededRandom.derived(5, e)).shuffle(order);
        for (int from = 0; from < 50; from += 8) {
          int[] batch = Arrays.copyOfRange(order, from, Math.min(50, from + 8));
          FloatRows rows = TRAINING.select(batch);
          trainer.train(rows.inputs(), rows.targets(), 0, rows.size(), 0.1f);
        }
      }
    }
    assertThat(Nets.parameters(one)).isEqualTo(Nets.parameters(expected));
    assertThat(Nets.parameters(two)).isEqualTo(Nets.parameters(expected));
  }

  /** Line 3. */
  @Test
  void stepsOfAGradientAgreeWithTrainToRounding() {
    FloatNetwork train = Nets.plain(3);
    FloatNetwork gradient = Nets.plain(3);
    FIT.run(train, TRAINING);
    FIT.clipNorm(1e6).run(gradient, TRAINING);
    float[] expected = Nets.parameters(train);
    float[] found = Nets.parameters(gradient);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).isCloseTo(expected[i], within(1e-5f));
    }
  }

  /** Line 4: a rate far too large. */
  @Test
  void aDivergedRunGivesTheLastFiniteEpochBackAndForgetsTheOptimizer() {
    FloatRows far = lineRows(1e10f);
    AtomicInteger steps = new AtomicInteger();
    Fit fit =
        Fit.epochs(50)
            .batchSize(4)
            .learningRate(LearningRate.constant(1).named("one"))
            .listener(
                new FitListener() {
                  @Override
                  public void stepEnded(Run run) {
                    steps.incrementAndGet();
                  }
                });
    FloatNetwork line = Nets.line();
    History history = fit.run(line, far);
    assertThat(history.stop()).isEqualTo(Stop.NOT_FINITE);
    assertThat(history.steps()).isEqualTo(steps.get());
    FloatNetwork again = Nets.line();
    if (history.epochs() > 0) {
      Fit.epochs(history.epochs()).batchSize(4).learningRate(1).run(again, far);
    }
    assertThat(Nets.parameters(line)).isEqualTo(Nets.parameters(again));
    assertThat(line.topology().optimizer()).isEqualTo("SGD");
  }

  /** Line 4: the very first step. */
  @Test
  void aNaNAmongTheRowsNeverStaysInTheNetwork() throws IOException {
    FloatRows rows = Nets.rows(20, 3);
    rows.inputs()[7][2] = Float.NaN;
    for (Fit fit : List.of(FIT, FIT.clipNorm(1), FIT.threads(2), FIT.threads(1).clipValue(1))) {
      FloatNetwork network = Nets.adam(1);
      float[] before = Nets.parameters(network);
      History history = fit.run(network, rows);
      assertThat(history.stop()).isEqualTo(Stop.NOT_FINITE);
      assertThat(history.epochs()).isZero();
      assertThat(Nets.parameters(network)).isEqualTo(before);
      network.saveTraining(OutputStream.nullOutputStream());
    }
  }

  /** Line 4: the last step makes parameters infinite, which no loss shows any more. */
  @Test
  void parametersAreLookedAtAfterTheLastStep() throws IOException {
    FloatRows rows = lineRows(1e20f);
    FloatNetwork line = Nets.line();
    float[] before = Nets.parameters(line);
    History history = Fit.epochs(1).batchSize(4).learningRate(1e30).run(line, rows);
    assertThat(history.stop()).isEqualTo(Stop.NOT_FINITE);
    assertThat(Nets.parameters(line)).isEqualTo(before);
    line.saveTraining(OutputStream.nullOutputStream());
  }

  /** Line 4: squares of a gradient are infinite in float, the parameters are not. */
  @Test
  void theOptimizersStateIsLookedAtToo() throws IOException {
    float[][] inputs = {{1, 1, 1, 1}};
    FloatRows rows = FloatRows.of(inputs, new float[][] {{1e25f, 0, 0}});
    FloatNetwork network = Nets.adam(1);
    float[] before = Nets.parameters(network);
    network.train(rows.inputs(), rows.targets(), 0, 1, 1e-3f);
    boolean infinite = false;
    try {
      network.saveTraining(OutputStream.nullOutputStream());
    } catch (WeightsException e) {
      infinite = true;
    }
    assertThat(infinite).as("the case is one").isTrue();
    network.setParameters(before);
    network.resetOptimizer();
    History history = Fit.epochs(1).learningRate(1e-3).run(network, rows);
    assertThat(history.stop()).isEqualTo(Stop.NOT_FINITE);
    network.saveTraining(OutputStream.nullOutputStream());
  }

  private static FloatRows lineRows(float scale) {
    float[][] inputs = {{scale}, {2 * scale}, {-scale}, {3 * scale}};
    return FloatRows.of(inputs, new float[][] {{1}, {2}, {3}, {4}});
  }

  /** Line 5: the rate of a step, rounded to float once. */
  @Test
  void theScheduleSaysTheRateOfEachStep() {
    List<Double> rates = new ArrayList<>();
    FloatNetwork line = Nets.line();
    FloatNetwork expected = Nets.line();
    FloatRows one = FloatRows.of(new float[][] {{1}}, new float[][] {{1}});
    LearningRate schedule = LearningRate.cosine(0.3, 0.1).warmUp(2);
    Fit.epochs(5)
        .learningRate(schedule)
        .listener(
            new FitListener() {
              @Override
              public void stepEnded(Run run) {
                rates.add(run.learningRate());
              }
            })
        .run(line, one);
    LearningRate.Plan plan = new LearningRate.Plan(5, 1);
    for (int t = 0; t < 5; t++) {
      assertThat(rates.get(t)).isEqualTo(schedule.at(t, plan));
      expected.train(one.inputs(), one.targets(), 0, 1, (float) schedule.at(t, plan));
    }
    assertThat(Nets.parameters(line)).isEqualTo(Nets.parameters(expected));
  }

  /** Line 5: a plateau on top of a schedule. */
  @Test
  void aPlateauMultipliesTheSchedule() {
    FloatRows same = FloatRows.of(new float[][] {{0}}, new float[][] {{1}});
    Fit fit = Fit.epochs(6).learningRate(LearningRate.exponential(1e-3, 0.5));
    Monitor flat = Monitor.validation(constant(7));
    History history =
        fit.metrics(constant(7))
            .reduceOnPlateau(Plateau.on(flat).factor(0.25).patience(1))
            .run(Nets.line(), same, VALIDATION_LINE);
    assertThat(history.learningRates())
        .containsExactly(
            new double[] {1e-3, 5e-4, 2.5e-4, 1.25e-4 / 4, 6.25e-5 / 4, 3.125e-5 / 16},
            within(1e-18));
  }

  private static final FloatRows VALIDATION_LINE =
      FloatRows.of(new float[][] {{1}, {2}}, new float[][] {{1}, {2}});

  private static Metric constant(double value) {
    return new Told(value);
  }

  /** Says what it was told. */
  private record Told(double number) implements Metric {
    @Override
    public String name() {
      return "told";
    }

    @Override
    public Goal goal() {
      return Goal.MINIMIZE;
    }

    @Override
    public Evaluator evaluator(int outputs, int rows) {
      return new Evaluator() {
        @Override
        public void reset() {}

        @Override
        public void add(double[] output, double[] target, double weight) {}

        @Override
        public double value() {
          return number;
        }
      };
    }
  }

  /** Line 6. */
  @Test
  void theGradientsNormIsThatBeforeClippingAndNaNWhereItIsNotComputed() {
    FloatRows one = FloatRows.of(new float[][] {{3}}, new float[][] {{5}});
    FloatNetwork line = Nets.line();
    List<Double> norms = new ArrayList<>();
    FitListener listener =
        new FitListener() {
          @Override
          public void stepEnded(Run run) {
            norms.add(run.gradientNorm());
          }
        };
    Fit fit = Fit.epochs(1).learningRate(1).listener(listener);
    fit.clipNorm(1).run(line, one);
    // The gradient of ½ (5 − 3 w − b)² at 0 is (−15, −5).
    assertThat(norms.get(0)).isCloseTo(Math.sqrt(250), within(1e-6));
    double scale = 1 / (Math.sqrt(250) + 1e-6);
    assertThat(Nets.parameters(line)[0]).isCloseTo((float) (15 * scale), within(1e-6f));
    FloatNetwork valued = Nets.line();
    fit.clipValue(6).run(valued, one);
    assertThat(Nets.parameters(valued)).containsExactly(6, 5);
    fit.run(Nets.line(), one);
    assertThat(norms.get(2)).isNaN();
  }

  /** Line 7: two parameters by hand. */
  @Test
  void aWeightedStepIsThatOfTheWeightedMean() {
    FloatRows rows =
        FloatRows.of(new float[][] {{1}, {2}, {5}}, new float[][] {{1}, {4}, {9}})
            .weighted(1, 3, 0);
    FloatNetwork line = Nets.line();
    History history = Fit.epochs(1).batchSize(3).learningRate(1).run(line, rows);
    // Gradient at 0: Σ w (−t x, −t) / 4.
    assertThat(Nets.parameters(line)).containsExactly((1 + 3 * 8) / 4f, (1 + 3 * 4) / 4f);
    assertThat(history.value(Monitor.trainingLoss(), 1)).isEqualTo((0.5 + 3 * 8) / 4);
  }

  /** Line 7. */
  @Test
  void aBatchWithoutWeightIsSkippedAndCounted() {
    float[] weights = new float[50];
    weights[3] = 2;
    weights[4] = 1;
    FloatNetwork network = Nets.plain(1);
    History history = FIT.run(network, TRAINING.weighted(weights));
    assertThat(history.steps()).isEqualTo(28);
    assertThat(history.skippedSteps()).isBetween(4 * 5L, 4 * 6L);
    assertThat(Arrays.stream(history.values(Monitor.trainingLoss()))).allMatch(Double::isFinite);
    assertThat(history.stop()).isEqualTo(Stop.EPOCHS);
  }

  /** Line 7. */
  @Test
  void equalWeightsHaveTheBitsOfNone() {
    float[] twos = new float[50];
    Arrays.fill(twos, 2);
    float[] threes = new float[300];
    Arrays.fill(threes, 3);
    FloatNetwork weighted = Nets.adam(1);
    FloatNetwork unweighted = Nets.adam(1);
    History a = FIT.run(weighted, TRAINING.weighted(twos), VALIDATION.weighted(threes));
    History b = FIT.run(unweighted, TRAINING, VALIDATION);
    assertThat(Nets.parameters(weighted)).isEqualTo(Nets.parameters(unweighted));
    assertThat(a.values(Monitor.validationLoss())).isEqualTo(b.values(Monitor.validationLoss()));
    assertThat(a.gradientNorms()).containsOnly(Double.NaN);
  }

  /** Line 7. */
  @Test
  void weightsHoldInValidationToo() {
    float[] weights = new float[300];
    weights[5] = 1;
    FloatNetwork network = Nets.plain(1);
    Metric accuracy = Metrics.accuracy();
    History history = FIT.metrics(accuracy).run(network, TRAINING, VALIDATION.weighted(weights));
    FloatRows one = VALIDATION.select(5);
    assertThat(history.value(Monitor.validationLoss(), 4))
        .isCloseTo(network.loss(one.inputs(), one.targets(), 0, 1), within(1e-6));
    assertThat(history.value(Monitor.validation(accuracy), 4)).isEqualTo(accuracy.of(network, one));
  }

  /** Line 8, and the end whatever it is. */
  @Test
  void theBestParametersComeBack() {
    Told falling = new Told(0);
    double[] values = {5, 4, 4, 3, 3, 3};
    int[] at = {0};
    Metric metric = scripted(falling, values, at);
    List<float[]> parameters = new ArrayList<>();
    FloatNetwork network = Nets.plain(1);
    EarlyStopping stopping = EarlyStopping.on(Monitor.validation(metric)).patience(2);
    Fit fit =
        Fit.epochs(20)
            .learningRate(0.5)
            .metrics(metric)
            .earlyStopping(stopping)
            .listener(
                new FitListener() {
                  @Override
                  public void epochEnded(Run run) {
                    parameters.add(Nets.parameters(network));
                  }
                });
    History history = fit.run(network, TRAINING, VALIDATION);
    assertThat(history.stop()).isEqualTo(Stop.PATIENCE);
    assertThat(history.epochs()).isEqualTo(6);
    assertThat(history.keptEpoch()).isEqualTo(4);
    assertThat(history.bestEpoch(Monitor.validation(metric))).isEqualTo(4);
    assertThat(history.best(Monitor.validation(metric))).isEqualTo(3);
    assertThat(Nets.parameters(network)).isEqualTo(parameters.get(3));
    at[0] = 0;
    parameters.clear();
    fit.stopWhen(() -> parameters.size() == 5).run(network, TRAINING, VALIDATION);
    assertThat(Nets.parameters(network)).isEqualTo(parameters.get(3));
  }

  private static Metric scripted(Told told, double[] values, int[] at) {
    return new Metric() {
      @Override
      public String name() {
        return "scripted";
      }

      @Override
      public Goal goal() {
        return told.goal();
      }

      @Override
      public Evaluator evaluator(int outputs, int rows) {
        return new Evaluator() {
          @Override
          public void reset() {}

          @Override
          public void add(double[] output, double[] target, double weight) {}

          @Override
          public double value() {
            return values[at[0]++];
          }
        };
      }
    };
  }

  /** Line 9: 300 rows are more than a tile. */
  @Test
  void metricsAreFedOnceWithEachRowInOrder() {
    List<double[]> outputs = new ArrayList<>();
    List<double[]> targets = new ArrayList<>();
    Metric recording =
        new Metric() {
          @Override
          public String name() {
            return "recording";
          }

          @Override
          public Goal goal() {
            return Goal.MAXIMIZE;
          }

          @Override
          public Evaluator evaluator(int width, int rows) {
            assertThat(List.of(width, rows)).containsExactly(3, 300);
            return new Evaluator() {
              @Override
              public void reset() {
                outputs.clear();
                targets.clear();
              }

              @Override
              public void add(double[] output, double[] target, double weight) {
                outputs.add(output.clone());
                targets.add(target.clone());
                assertThat(weight).isEqualTo(1);
              }

              @Override
              public double value() {
                return 0;
              }
            };
          }
        };
    FloatNetwork network = Nets.plain(1);
    History history = FIT.metrics(recording).run(network, TRAINING, VALIDATION);
    assertThat(outputs).hasSize(300);
    float[][] expected = new float[300][3];
    network.forward(VALIDATION.inputs(), expected, 0, 300);
    for (int i = 0; i < 300; i++) {
      for (int k = 0; k < 3; k++) {
        assertThat(outputs.get(i)[k]).isEqualTo(expected[i][k]);
        assertThat(targets.get(i)[k]).isEqualTo(VALIDATION.targets()[i][k]);
      }
    }
    assertThat(history.value(Monitor.validationLoss(), 4))
        .isEqualTo(network.loss(VALIDATION.inputs(), VALIDATION.targets(), 0, 300));
  }

  /** Line 9. */
  @Test
  void evaluationHasTheSameBitsForAnyNumberOfThreads() {
    Fit fit = FIT.metrics(Metrics.accuracy(), Metrics.logLoss());
    History one = fit.threads(1).run(Nets.plain(1), TRAINING, VALIDATION);
    History two = fit.threads(2).run(Nets.plain(1), TRAINING, VALIDATION);
    for (Monitor monitor :
        List.of(Monitor.validationLoss(), Monitor.validation(Metrics.logLoss()))) {
      assertThat(one.values(monitor)).isEqualTo(two.values(monitor));
    }
  }

  /** Line 12. */
  @Test
  void aCancelledRunEndsAfterItsStepAndDoesNotEvaluateTheEpoch() {
    AtomicInteger asked = new AtomicInteger();
    History history =
        FIT.stopWhen(() -> asked.incrementAndGet() == 10).run(Nets.plain(1), TRAINING, VALIDATION);
    assertThat(history.stop()).isEqualTo(Stop.CANCELLED);
    assertThat(history.steps()).isEqualTo(10);
    assertThat(history.epochs()).isEqualTo(1);
  }

  /** Line 12. */
  @Test
  void anInterruptEndsTheRunAndStays() {
    Thread.currentThread().interrupt();
    try {
      History history = FIT.run(Nets.plain(1), TRAINING);
      assertThat(history.stop()).isEqualTo(Stop.CANCELLED);
      assertThat(history.steps()).isEqualTo(1);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void theTimeEndsARunAfterItsEpoch() {
    History history =
        Fit.epochs(1_000_000)
            .learningRate(0.1)
            .atMost(Duration.ofNanos(1))
            .run(Nets.plain(1), TRAINING);
    assertThat(history.stop()).isEqualTo(Stop.DURATION);
    assertThat(history.epochs()).isEqualTo(1);
  }

  @Test
  void whatAListenerThrowsEndsTheRunAfterItsStep() {
    FloatNetwork network = Nets.plain(1);
    List<float[]> last = new ArrayList<>();
    RuntimeException thrown = new RuntimeException("enough");
    FitListener listener =
        new FitListener() {
          @Override
          public void stepEnded(Run run) {
            last.add(Nets.parameters(network));
            if (run.step() == 9) {
              throw thrown;
            }
          }
        };
    assertThatThrownBy(() -> FIT.listener(listener).run(network, TRAINING)).isSameAs(thrown);
    assertThat(last).hasSize(9);
    assertThat(Nets.parameters(network)).isEqualTo(last.get(8));
  }

  @Test
  void aFitIsAValueThatServesAgain() {
    Fit fit =
        FIT.earlyStopping(EarlyStopping.on(Monitor.validationLoss()).patience(1))
            .reduceOnPlateau(Plateau.on(Monitor.trainingLoss()).patience(0));
    FloatNetwork first = Nets.plain(1);
    FloatNetwork second = Nets.plain(1);
    fit.run(first, TRAINING, VALIDATION);
    fit.batchSize(3).learningRate(9); // another one
    fit.run(second, TRAINING, VALIDATION);
    assertThat(Nets.parameters(first)).isEqualTo(Nets.parameters(second));
  }
}
