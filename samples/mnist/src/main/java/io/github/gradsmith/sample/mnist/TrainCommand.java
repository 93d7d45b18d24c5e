package io.github.gradsmith.sample.mnist;

import io.github.gradsmith.FloatRows;
import io.github.gradsmith.training.Fit;
import io.github.gradsmith.training.History;
import io.github.gradsmith.training.Progress;
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

  @Option(
      names = "--report",
      paramLabel = "FILE",
      converter = NamedPath.class,
      description = "Where to write a page about the run, such as report.html (default: none).")
  private Path report;

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
    requireNumbers();
    new OutputFile(output).checkWritable();
    if (report != null) {
      new OutputFile(report).checkWritable();
    }
    DataSource source = data.source();
    FloatRows images = Digits.training(source).rows();
    FloatRows tests = Digits.test(source).rows();
    try (StopSignal stop = StopSignal.install()) {
      return train(new Training(DigitNet.create(seed), fit(stop), images, tests));
    }
  }

  private Fit fit(StopSignal stop) {
    Fit fit =
        Fit.epochs(epochs)
            .batchSize(batch)
            .seed(seed)
            .learningRate(rate)
            .stopWhen(stop::requested)
            .listener(Progress.to(spec.commandLine().getOut()));
    return report == null ? fit : fit.recordLayers();
  }

  /** Says itself which file fails: after Ctrl-C the JVM ends as soon as the signal is closed. */
  private int train(Training training) {
    try {
      return run(training);
    } catch (UnusableFileException e) {
      return Faults.file(e, spec.commandLine());
    }
  }

  private int run(Training training) throws UnusableFileException {
    print("%s kernels", training.net().topology().kernels());
    History history = training.run();
    new OutputFile(output).write(training.net()::save);
    print("weights saved to %s", output);
    if (report != null) {
      new OutputFile(report).write(training.report(history)::write);
      print("report written to %s", report);
    }
    return switch (history.stop()) {
      case CANCELLED -> INTERRUPTED;
      case NOT_FINITE -> ExitCode.SOFTWARE;
      default -> {
        print("test accuracy %.2f %%", Training.accuracy(history));
        yield ExitCode.OK;
      }
    };
  }

  private void print(String format, Object... values) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(String.format(Locale.ROOT, format, values) + "\n");
    out.flush();
  }

  private void requireNumbers() {
    require(epochs >= 1, "--epochs", "1 or more", epochs);
    require(batch >= 1, "--batch", "1 or more", batch);
    require(rate > 0 && rate < Float.POSITIVE_INFINITY, "--rate", "a number above 0", rate);
  }

  private void require(boolean valid, String option, String expected, Object found) {
    if (!valid) {
      throw new ParameterException(
          spec.commandLine(), option + " must be " + expected + ", but is " + found);
    }
  }
}
