package io.github.gradsmith.sample.mnist;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws a test image and what the network makes of it. */
@Command(name = "show", description = "Draws test image N with the ten outputs of the network.")
final class ShowCommand implements Callable<Integer> {
  @Parameters(paramLabel = "N", description = "The image, counted from 0.")
  private int number;

  @Mixin private WeightsOption weights;
  @Mixin private DataOption data;
  @Mixin private HelpOption help;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws UnusableFileException {
    DigitNet net = weights.file().load();
    Digits digits = Digits.test(data.source());
    if (number < 0 || number >= digits.size()) {
      throw new ParameterException(
          spec.commandLine(), "N must be from 0 to " + (digits.size() - 1) + ", but is " + number);
    }
    float[] image = digits.images()[number];
    int label = digits.labels()[number];
    PrintWriter out = spec.commandLine().getOut();
    out.print("test image " + number + "\n");
    out.print(Drawing.of(image));
    out.print(OutputBars.of(net.forward(image), label, net.classify(image)));
    out.flush();
    return ExitCode.OK;
  }
}
