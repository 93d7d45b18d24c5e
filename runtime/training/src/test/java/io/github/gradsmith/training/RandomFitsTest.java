package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random runs, ended at a random step and resumed by a new network, once or several times, end with
 * the bits of those that nobody ended: parameters, optimizer state, history.
 */
class RandomFitsTest {
  private static final int RUNS = Integer.getInteger("fuzz.fits", 60);

  private static final List<LearningRate> SCHEDULES =
      List.of(
          LearningRate.constant(0.05),
          LearningRate.step(0.1, 2, 0.5),
          LearningRate.exponential(0.1, 0.8),
          LearningRate.cosine(0.1, 0.001),
          LearningRate.oneCycle(0.1),
          LearningRate.cosine(0.1, 0).warmUp(2),
          ((LearningRate) (step, plan) -> 0.1 / (1 + 0.01 * step)).named("harmonic"));

  @TempDir Path folder;

  @Test
  void interruptedRunsHaveTheBitsOfUninterruptedOnes() {
    String given = System.getProperty("fuzz.seed", "");
    long seed =
        given.equals("fresh") ? System.nanoTime() : given.isEmpty() ? 19 : Long.parseLong(given);
    for (int run = 0; run < RUNS; run++) {
      SplittableRandom random = new SplittableRandom(seed + run);
      FloatRows training = rows(random, random.nextInt(5, 60));
      FloatRows validation = random.nextInt(4) == 0 ? null : rows(random, random.nextInt(3, 40));
      Fit fit = fit(random, validation != null);
      String optimizer = Nets.OPTIMIZERS.get(random.nextInt(Nets.OPTIMIZERS.size()));
      String name = "seed " + (seed + run) + ", " + optimizer;
      long steps = ofFloats(name, fit, optimizer, training, validation, random);
      assertThat(steps).isPositive();
      ofDoubles(
          name,
          fit,
          optimizer,
          Nets.doubles(training),
          validation == null ? null : Nets.doubles(validation),
          random);
    }
  }

  private static FloatRows rows(SplittableRandom random, int count) {
    FloatRows rows = Nets.rows(count, random.nextLong());
    if (random.nextInt(3) > 0) {
      return rows;
    }
    float[] weights = new float[count];
    for (int i = 0; i < count; i++) {
      weights[i] = random.nextInt(4) == 0 ? 0 : random.nextFloat() * 3;
    }
    weights[random.nextInt(count)] = 1;
    return rows.weighted(weights);
  }

  private static Fit fit(SplittableRandom random, boolean validated) {
    Fit fit =
        Fit.epochs(random.nextInt(2, 8))
            .batchSize(random.nextInt(1, 20))
            .seed(random.nextLong())
            .learningRate(SCHEDULES.get(random.nextInt(SCHEDULES.size())));
    if (random.nextBoolean()) {
      fit = fit.threads(random.nextInt(1, 3));
    }
    if (random.nextInt(3) == 0) {
      fit = fit.clipNorm(random.nextDouble(0.01, 2));
    }
    if (random.nextInt(5) == 0) {
      fit = fit.clipValue(random.nextDouble(0.01, 1));
    }
    Metric metric = Metrics.rocAuc();
    if (validated) {
      fit = fit.metrics(Metrics.accuracy(), metric);
    }
    Monitor monitor =
        !validated
            ? Monitor.trainingLoss()
            : random.nextBoolean() ? Monitor.validationLoss() : Monitor.validation(metric);
    if (random.nextBoolean()) {
      fit = fit.earlyStopping(EarlyStopping.on(monitor).patience(random.nextInt(1, 4)));
    }
    if (random.nextBoolean()) {
      fit =
          fit.reduceOnPlateau(
              Plateau.on(monitor).patience(random.nextInt(2)).cooldown(random.nextInt(3)));
    }
    return random.nextInt(3) == 0 ? fit.recordLayers() : fit;
  }

  private long ofFloats(
      String name,
      Fit fit,
      String optimizer,
      FloatRows training,
      FloatRows validation,
      SplittableRandom random) {
    FloatNetwork whole = Nets.FLOATS.get(optimizer).apply(3);
    History expected =
        validation == null ? fit.run(whole, training) : fit.run(whole, training, validation);
    Path file = folder.resolve("floats");
    FloatNetwork network = Nets.FLOATS.get(optimizer).apply(3);
    Fit ended = ended(fit.checkpoint(file, random.nextInt(1, 4)), expected, random);
    History history =
        validation == null
            ? ended.run(network, training)
            : ended.run(network, training, validation);
    for (int again = 0; history.stop() == Stop.CANCELLED; again++) {
      network = Nets.FLOATS.get(optimizer).apply(100 + again);
      Fit rest = again == 3 ? fit : ended(fit.checkpoint(file, 2), expected, random);
      history =
          validation == null
              ? rest.resume(file, network, training)
              : rest.resume(file, network, training, validation);
    }
    requireSame(name, history, expected);
    assertThat(Nets.parameters(network)).as(name).isEqualTo(Nets.parameters(whole));
    // The optimizer's state shows in the next step.
    whole.train(training.inputs(), training.targets(), 0, 1, 0.1f);
    network.train(training.inputs(), training.targets(), 0, 1, 0.1f);
    assertThat(Nets.parameters(network)).as(name).isEqualTo(Nets.parameters(whole));
    return history.steps();
  }

  private void ofDoubles(
      String name,
      Fit fit,
      String optimizer,
      DoubleRows training,
      DoubleRows validation,
      SplittableRandom random) {
    DoubleNetwork whole = Nets.DOUBLES.get(optimizer).apply(3);
    History expected =
        validation == null ? fit.run(whole, training) : fit.run(whole, training, validation);
    Path file = folder.resolve("doubles");
    DoubleNetwork network = Nets.DOUBLES.get(optimizer).apply(3);
    Fit ended = ended(fit.checkpoint(file, random.nextInt(1, 4)), expected, random);
    History history =
        validation == null
            ? ended.run(network, training)
            : ended.run(network, training, validation);
    for (int again = 0; history.stop() == Stop.CANCELLED; again++) {
      network = Nets.DOUBLES.get(optimizer).apply(100 + again);
      Fit rest = again == 3 ? fit : ended(fit.checkpoint(file, 2), expected, random);
      history =
          validation == null
              ? rest.resume(file, network, training)
              : rest.resume(file, network, training, validation);
    }
    requireSame(name, history, expected);
    assertThat(Nets.parameters(network)).as(name).isEqualTo(Nets.parameters(whole));
    whole.train(training.inputs(), training.targets(), 0, 1, 0.1);
    network.train(training.inputs(), training.targets(), 0, 1, 0.1);
    assertThat(Nets.parameters(network)).as(name).isEqualTo(Nets.parameters(whole));
  }

  /** Cancelled after a random number of its own steps. */
  private static Fit ended(Fit fit, History whole, SplittableRandom random) {
    long at = random.nextLong(1, whole.steps() + 1);
    AtomicLong asked = new AtomicLong();
    return fit.stopWhen(() -> asked.incrementAndGet() == at);
  }

  private static void requireSame(String name, History found, History expected) {
    assertThat(found.stop()).as(name).isEqualTo(expected.stop());
    assertThat(found.epochs()).as(name).isEqualTo(expected.epochs());
    assertThat(found.steps()).as(name).isEqualTo(expected.steps());
    assertThat(found.skippedSteps()).as(name).isEqualTo(expected.skippedSteps());
    assertThat(found.keptEpoch()).as(name).isEqualTo(expected.keptEpoch());
    assertThat(found.learningRates()).as(name).isEqualTo(expected.learningRates());
    assertThat(found.gradientNorms()).as(name).isEqualTo(expected.gradientNorms());
    assertThat(found.values(Monitor.trainingLoss()))
        .as(name)
        .isEqualTo(expected.values(Monitor.trainingLoss()));
    assertThat(found.layers()).as(name).hasSameSizeAs(expected.layers());
    for (int l = 0; l < expected.layers().size(); l++) {
      LayerHistory layer = expected.layers().get(l);
      assertThat(found.layers().get(l).stepRatios()).as(name).isEqualTo(layer.stepRatios());
      assertThat(found.layers().get(l).gradientNorms()).as(name).isEqualTo(layer.gradientNorms());
    }
    if (expected.hasValidation()) {
      assertThat(found.values(Monitor.validationLoss()))
          .as(name)
          .isEqualTo(expected.values(Monitor.validationLoss()));
      assertThat(found.values(Monitor.validation(Metrics.rocAuc())))
          .as(name)
          .isEqualTo(expected.values(Monitor.validation(Metrics.rocAuc())));
    }
  }
}
