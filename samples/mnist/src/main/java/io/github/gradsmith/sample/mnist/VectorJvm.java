package io.github.gradsmith.sample.mnist;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * Trains in a second JVM that has the Vector API. {@code java -jar} starts without that module, and
 * no manifest can ask for it. Whoever adds it with {@code java --add-modules jdk.incubator.vector}
 * needs no second JVM; the other commands are done before one would have started.
 */
final class VectorJvm implements IExecutionStrategy {
  private static final String MODULE = "jdk.incubator.vector";
  private static final String DEBUGGER = "-agentlib:jdwp";

  @Override
  public int execute(ParseResult parsed) {
    Optional<TrainCommand> training = training(parsed);
    boolean off = training.filter(TrainCommand::isPlain).isPresent();
    if (training.isPresent() && !off && isBetter()) {
      return runThere(parsed);
    }
    if (off || !isHere()) {
      System.setProperty("gradsmith.simd", "off"); // meant, so that nothing need be explained
    }
    return new RunLast().execute(parsed);
  }

  private static Optional<TrainCommand> training(ParseResult parsed) {
    return Optional.ofNullable(parsed.subcommand())
        .filter(command -> !command.isUsageHelpRequested())
        .map(command -> command.commandSpec().userObject())
        .filter(TrainCommand.class::isInstance)
        .map(TrainCommand.class::cast);
  }

  private static boolean isHere() {
    return ModuleLayer.boot().findModule(MODULE).isPresent();
  }

  /** Unless this JVM has the module, its JDK has none, or somebody debugs this one. */
  private static boolean isBetter() {
    return !isHere()
        && ModuleFinder.ofSystem().find(MODULE).isPresent()
        && jvmArguments().stream().noneMatch(argument -> argument.startsWith(DEBUGGER));
  }

  /** The exit code is that of the other JVM. */
  private static int runThere(ParseResult parsed) {
    try {
      Process process = new ProcessBuilder(command(parsed.originalArgs())).inheritIO().start();
      stopWithThis(process);
      return process.waitFor();
    } catch (IOException | InterruptedException e) {
      throw new ExecutionException(parsed.commandSpec().commandLine(), "no second JVM", e);
    }
  }

  private static void stopWithThis(Process process) {
    Thread hook = new Thread(() -> stop(process), "stop the other JVM");
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      stop(process); // this JVM is already going down
    }
  }

  /**
   * A Ctrl-C reaches both JVMs, a signal to this one the other only through here; this one stays
   * until the other has saved what it has. Where to destroy would be to kill, there is Ctrl-C only.
   */
  private static void stop(Process process) {
    if (process.supportsNormalTermination()) {
      process.destroy();
    }
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments());
    command.addAll(List.of("--add-modules", MODULE));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Mnist.class.getName()));
    command.addAll(arguments);
    return command;
  }

  private static List<String> jvmArguments() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments();
  }
}
