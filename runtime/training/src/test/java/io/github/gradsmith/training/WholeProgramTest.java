package io.github.gradsmith.training;

import static io.github.gradsmith.Activation.SOFTMAX;
import static io.github.gradsmith.Activation.TANH;
import static io.github.gradsmith.Loss.CROSS_ENTROPY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.Adam;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoubleRows;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import io.github.gradsmith.Network;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How an application writes it, from samples to a search; in float and in double. */
class WholeProgramTest {
  enum Species {
    SETOSA,
    VERSICOLOR,
    VIRGINICA
  }

  record Sample(float[] flower, Species species) {}

  @Network(
      layers = {4, 8, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @Adam
  interface IrisNet extends FloatNetwork {
    static IrisNet create(long seed) {
      return new WholeProgramTest_IrisNetImpl(seed);
    }

    default void adapt(Collection<Sample> samples) {
      assertThat(samples).isNotEmpty();
    }

    default FloatRows rows(Collection<Sample> samples) {
      return FloatRows.ofClasses(
          samples.stream().map(Sample::flower).toArray(float[][]::new),
          samples.stream().mapToInt(sample -> sample.species().ordinal()).toArray(),
          3);
    }
  }

  @Network(
      layers = {4, 8, 3},
      activation = {TANH, SOFTMAX},
      loss = CROSS_ENTROPY)
  @Adam
  interface IrisDoubleNet extends DoubleNetwork {
    static IrisDoubleNet create(long seed) {
      return new WholeProgramTest_IrisDoubleNetImpl(seed);
    }

    default void adapt(Collection<Sample> samples) {
      assertThat(samples).isNotEmpty();
    }

    default DoubleRows rows(Collection<Sample> samples) {
      return Nets.doubles(
          FloatRows.ofClasses(
              samples.stream().map(Sample::flower).toArray(float[][]::new),
              samples.stream().mapToInt(sample -> sample.species().ordinal()).toArray(),
              3));
    }
  }

  private static final class Signal {
    boolean requested() {
      return false;
    }
  }

  private final Signal signal = new Signal();
  private final PrintStream nothing = new PrintStream(OutputStream.nullOutputStream());

  @TempDir Path folder;

  private static List<Sample> samples() {
    FloatRows rows = Nets.rows(150, 4);
    return IntStream.range(0, 150)
        .mapToObj(i -> new Sample(rows.inputs()[i], Species.values()[rows.label(i)]))
        .toList();
  }

  @Test
  void theLoopOfFloat() throws IOException {
    List<Sample> samples = samples();
    Path checkpoint = folder.resolve("checkpoint");
    Split<Sample> split = Split.stratified(samples, Sample::species, 0.2, 7);
    IrisNet net = IrisNet.create(1);
    net.adapt(split.training());
    FloatRows training = net.rows(split.training());
    FloatRows validation = net.rows(split.validation());
    Metric accuracy = Metrics.accuracy();

    Fit fit =
        Fit.epochs(100)
            .batchSize(16)
            .seed(1)
            .learningRate(LearningRate.cosine(0.01, 0).warmUp(50))
            .clipNorm(1)
            .metrics(accuracy)
            .earlyStopping(EarlyStopping.on(Monitor.validationLoss()).patience(10))
            .reduceOnPlateau(
                Plateau.on(Monitor.validationLoss()).factor(0.1).patience(10).cooldown(0).least(0))
            .checkpoint(checkpoint, 1)
            .stopWhen(signal::requested)
            .listener(Progress.to(nothing));
    History history = fit.run(net, training, validation);
    assertThat(history.best(Monitor.validation(accuracy))).isGreaterThan(0.5);
    assertThat(history.stop()).isIn(Stop.EPOCHS, Stop.PATIENCE);
    History resumed = fit.resume(checkpoint, net, training, validation);
    assertThat(resumed.epochs()).isEqualTo(history.epochs());
  }

  @Test
  void foldsAndTrialsOfFloat() {
    List<Sample> samples = samples();
    Metric accuracy = Metrics.accuracy();
    Fit fit = Fit.epochs(2).learningRate(0.01);
    CrossValidation cv = CrossValidation.kFold(5).stratified().seed(3).threads(2);
    Scores scores = cv.run(IrisNet::create, samples, IrisNet::adapt, IrisNet::rows, fit, accuracy);
    List<Trial> trials =
        Search.random(4, 1)
            .logUniform("rate", 1e-4, 1)
            .choice("batch", 8, 32, 128)
            .run(
                accuracy.goal(),
                p ->
                    cv.run(
                            IrisNet::create,
                            samples,
                            IrisNet::adapt,
                            IrisNet::rows,
                            fit.learningRate(p.number("rate")).batchSize(p.integer("batch")),
                            accuracy)
                        .mean());
    assertThat(scores.values()).hasSize(5);
    assertThat(trials).hasSize(4).allMatch(trial -> trial.failure().isEmpty());
  }

  @Test
  void theLoopOfDouble() throws IOException {
    List<Sample> samples = samples();
    Path checkpoint = folder.resolve("checkpoint");
    Split<Sample> split = Split.stratified(samples, Sample::species, 0.2, 7);
    IrisDoubleNet net = IrisDoubleNet.create(1);
    net.adapt(split.training());
    DoubleRows training = net.rows(split.training());
    DoubleRows validation = net.rows(split.validation());
    Metric accuracy = Metrics.accuracy();

    Fit fit =
        Fit.epochs(100)
            .batchSize(16)
            .seed(1)
            .learningRate(LearningRate.cosine(0.01, 0).warmUp(50))
            .clipNorm(1)
            .metrics(accuracy)
            .earlyStopping(EarlyStopping.on(Monitor.validationLoss()).patience(10))
            .reduceOnPlateau(
                Plateau.on(Monitor.validationLoss()).factor(0.1).patience(10).cooldown(0).least(0))
            .checkpoint(checkpoint, 1)
            .stopWhen(signal::requested)
            .listener(Progress.to(nothing));
    History history = fit.run(net, training, validation);
    assertThat(history.best(Monitor.validation(accuracy))).isGreaterThan(0.5);
    assertThat(history.stop()).isIn(Stop.EPOCHS, Stop.PATIENCE);
    History resumed = fit.resume(checkpoint, net, training, validation);
    assertThat(resumed.epochs()).isEqualTo(history.epochs());
  }

  @Test
  void foldsAndTrialsOfDouble() {
    List<Sample> samples = samples();
    Metric accuracy = Metrics.accuracy();
    Fit fit = Fit.epochs(2).learningRate(0.01);
    CrossValidation cv = CrossValidation.kFold(5).stratified().seed(3).threads(2);
    Scores scores =
        cv.run(
            IrisDoubleNet::create,
            samples,
            IrisDoubleNet::adapt,
            IrisDoubleNet::rows,
            fit,
            accuracy);
    List<Trial> trials =
        Search.random(4, 1)
            .logUniform("rate", 1e-4, 1)
            .choice("batch", 8, 32, 128)
            .run(
                accuracy.goal(),
                p ->
                    cv.run(
                            IrisDoubleNet::create,
                            samples,
                            IrisDoubleNet::adapt,
                            IrisDoubleNet::rows,
                            fit.learningRate(p.number("rate")).batchSize(p.integer("batch")),
                            accuracy)
                        .mean());
    assertThat(scores.values()).hasSize(5);
    assertThat(trials).hasSize(4).allMatch(trial -> trial.failure().isEmpty());
  }
}
