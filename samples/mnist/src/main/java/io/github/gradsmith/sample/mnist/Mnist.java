package io.github.gradsmith.sample.mnist;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line: {@code train}, {@code test} and {@code show}. */
@Command(
    name = "mnist",
    description = "Reads handwritten digits with a generated 784-30-10 network.",
    subcommands = {TrainCommand.class, TestCommand.class, ShowCommand.class},
    synopsisSubcommandLabel = "COMMAND")
public final class Mnist {
  @Mixin private HelpOption help;

  private Mnist() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] args) {
    CommandLine commandLine = commandLine(writer(FileDescriptor.out), writer(FileDescriptor.err));
    System.exit(commandLine.setExecutionStrategy(new VectorJvm()).execute(args));
  }

  /** The command line, printing to {@code out} and {@code err}. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Mnist())
        .setOut(out)
        .setErr(err)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Faults::usage)
        .setExecutionExceptionHandler(Faults::execution);
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    // The shades and bars of 'show' are not ASCII, and System.out may be.
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
  }
}
