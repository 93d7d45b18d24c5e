package io.github.gradsmith.sample.benchmarks.program;

import io.github.gradsmith.sample.benchmarks.report.ProgramResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The C and Python programs among the peers, and what they said so far. */
public final class Programs {
  private final Map<String, List<String>> commands = new LinkedHashMap<>();
  private final Map<String, ProgramResult> results = new LinkedHashMap<>();
  private final List<String> absent = new ArrayList<>();
  private final Path sources;
  private final Path work;

  /**
   * Builds what can be built.
   *
   * @param sources holds the folders {@code c} and {@code python}
   * @param work receives the binaries
   */
  public Programs(Path sources, Path work) throws IOException, InterruptedException {
    this(sources, work, "gcc", "python3");
  }

  Programs(Path sources, Path work, String gcc, String python)
      throws IOException, InterruptedException {
    this.sources = sources;
    this.work = Files.createDirectories(work);
    compile("naive.c, gcc -O3 -march=native", gcc, "naive", "-O3", "-march=native");
    compile(
        "naive.c, gcc -O3 -march=native -ffast-math",
        gcc,
        "naive",
        "-O3",
        "-march=native",
        "-ffast-math");
    compile("limit.c, AVX2 intrinsics", gcc, "limit", "-O3", "-march=native", "-ffast-math");
    numpy(python);
  }

  private Programs() {
    sources = Path.of("");
    work = sources;
  }

  /** None at all, for a run that leaves them out. */
  public static Programs none() {
    return new Programs();
  }

  private void compile(String name, String gcc, String source, String... flags)
      throws IOException, InterruptedException {
    Path binary = work.resolve(source + commands.size());
    List<String> command = new ArrayList<>(List.of(gcc));
    command.addAll(List.of(flags));
    command.add(sources.resolve("c").resolve(source + ".c").toString());
    command.addAll(List.of("-o", binary.toString(), "-lm"));
    try {
      Command.output(command);
      commands.put(name, List.of(binary.toString()));
    } catch (AbsentException reason) {
      absent.add(name + ": " + reason.getMessage());
    }
  }

  private void numpy(String python) throws IOException, InterruptedException {
    try {
      String version =
          Command.output(List.of(python, "-c", "import numpy; print(numpy.__version__)")).strip();
      String program = sources.resolve("python").resolve("numpy_peer.py").toString();
      commands.put("NumPy " + version + ", 1 thread", List.of(python, program));
    } catch (AbsentException reason) {
      absent.add("NumPy: " + reason.getMessage());
    }
  }

  /** Runs each program once. */
  public void run() throws IOException, InterruptedException {
    for (Map.Entry<String, List<String>> program : List.copyOf(commands.entrySet())) {
      try {
        for (ProgramOutput line : ProgramOutput.parse(Command.output(program.getValue()))) {
          add(program.getKey(), line);
        }
      } catch (AbsentException reason) {
        absent.add(program.getKey() + ": " + reason.getMessage());
        commands.remove(program.getKey());
      }
    }
  }

  private void add(String program, ProgramOutput line) {
    results
        .computeIfAbsent(
            program + " " + line.size() + " " + line.task(),
            key -> new ProgramResult(program, line.size(), line.task(), new ArrayList<>()))
        .microsecondsPerSample()
        .add(line.microseconds());
  }

  /** What all runs gave. */
  public List<ProgramResult> results() {
    return List.copyOf(results.values());
  }

  /** Programs that cannot run here, each with the reason. */
  public List<String> absent() {
    return List.copyOf(absent);
  }
}
