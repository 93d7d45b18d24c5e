package io.github.gradsmith.sample.mnist;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** What the user did wrong or a file has wrong: one line, and the exit code. */
final class Faults {
  private Faults() {}

  /** A wrong command line: exit code 2. */
  static int usage(ParameterException fault, String[] args) {
    CommandSpec command = fault.getCommandLine().getCommandSpec();
    String name = command.qualifiedName();
    print(fault.getCommandLine(), fault.getMessage() + " (see '" + name + " --help')");
    return ExitCode.USAGE;
  }

  /**
   * A file that cannot be used: exit code 1. Anything else is our own fault and keeps its trace.
   */
  static int execution(Exception fault, CommandLine command, ParseResult arguments)
      throws Exception {
    if (fault instanceof UnusableFileException unusable) {
      return file(unusable, command);
    }
    throw fault;
  }

  /** A file that cannot be used: exit code 1. */
  static int file(UnusableFileException fault, CommandLine command) {
    print(command, fault.getMessage());
    return ExitCode.SOFTWARE;
  }

  private static void print(CommandLine command, String message) {
    PrintWriter err = command.getErr();
    err.print(command.getCommandSpec().qualifiedName() + ": " + message + "\n");
    err.flush();
  }
}
