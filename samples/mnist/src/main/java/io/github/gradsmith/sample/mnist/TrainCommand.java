package io.github.gradsmith.sample.mnist;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a new network and saves its weights, also when it is interrupted. */
@Command(
    name = "train",
    description = "Trains a new network; Ctrl-C ends it early and saves what it has learnt.")
final class TrainCommand implements Callable<Integer> {
  private static final int INTERRUPTED = 130; // 128 + SIGINT, as the JVM exits by itself

  @Option(
      names = "--epochs",
      defaultValue = "30",
      description = "Passes over the training images (default: ${DEFAULT-VALUE}).")
  private int epochs;

  @Option(
      names = "--batch",
      defaultValue = "10",
      description = "Images a step (default: ${DEFAULT-VALUE}).")
  private int batch;

  @Option(
      names = "--rate",
      defaultValue = "3.0",
      description = "The step size α (default: ${DEFAULT-VALUE}).")
  private float rate;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Decides the initial weights and all shuffling (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      converter = NamedPath.class,
      defaultValue = "digits.safetensors",
      description = {"Where to save the weights", "(default: ${DEFAULT-VALUE})."})
  private Path output;

  @Mixin private SimdOption simd;
  @Mixin private DataOption data;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  /** Whether vector kernels are not wanted. */
  boolean isPlain() {
    return simd.isOff();
  }

  @Override
  public Integer call() throws UnusableFileException {
    Hyperparameters settings = hyperparameters();
    WeightFile weights = new WeightFile(output);
    weights.checkWritable();
    DataSource source = data.source();
    DigitNet net = DigitNet.create(seed);
    Training training = new Training(net, settings, Digits.training(source), Digits.test(source));
    try (StopSignal stop = StopSignal.install()) {
      return train(training, stop, net, weights);
    }
  }

  private int train(Training training, StopSignal stop, DigitNet net, WeightFile weights) {
    PrintWriter out = spec.commandLine().getOut();
    print(out, "%s kernels", net.topology().kernels());
    TrainingLog log = new TrainingLog(out, Terminal.isInteractive(), epochs, System::nanoTime);
    int completed = training.run(log, stop);
    log.clear();
    try {
      weights.save(net);
    } catch (UnusableFileException e) {
      // Not thrown: after Ctrl-C the JVM ends as soon as the signal is closed.
      return Faults.file(e, spec.commandLine());
    }
    if (completed < epochs) {
      print(out, "stopped in epoch %d of %d", completed + 1, epochs);
    }
    print(out, "weights saved to %s", weights.name());
    if (completed < epochs) {
      return INTERRUPTED;
    }
    print(out, "test accuracy %.2f %%", training.accuracy());
    return ExitCode.OK;
  }

  private static void print(PrintWriter out, String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values) + "\n");
    out.flush();
  }

  private Hyperparameters hyperparameters() {
    require(epochs >= 1, "--epochs", "1 or more", epochs);
    require(batch >= 1, "--batch", "1 or more", batch);
    require(rate > 0 && rate < Float.POSITIVE_INFINITY, "--rate", "a number above 0", rate);
    return new Hyperparameters(epochs, batch, rate, seed);
  }

  private void require(boolean valid, String option, String expected, Object found) {
    if (!valid) {
      throw new ParameterException(
          spec.commandLine(), option + " must be " + expected + ", but is " + found);
    }
  }
}
