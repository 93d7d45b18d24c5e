package io.github.gradsmith.sample.mnist;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Judges a trained network by the test images. */
@Command(name = "test", description = "Reads all test images: confusion matrix and accuracy.")
final class TestCommand implements Callable<Integer> {
  @Mixin private WeightsOption weights;
  @Mixin private DataOption data;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws UnusableFileException {
    DigitNet net = weights.file().load();
    ConfusionMatrix matrix = ConfusionMatrix.of(net, Digits.test(data.source()));
    PrintWriter out = spec.commandLine().getOut();
    out.print(matrix);
    out.print(String.format(Locale.ROOT, "test accuracy %.2f %%\n", matrix.accuracy()));
    out.flush();
    return ExitCode.OK;
  }
}
