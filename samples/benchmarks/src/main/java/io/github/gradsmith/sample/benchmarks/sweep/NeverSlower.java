package io.github.gradsmith.sample.benchmarks.sweep;

import io.github.gradsmith.sample.benchmarks.Arguments;
import io.github.gradsmith.sample.benchmarks.Backend;
import io.github.gradsmith.sample.benchmarks.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Measures every shape against naive loops and writes {@code docs/benchmarks/never-slower.md}. The
 * arguments:
 *
 * <ul>
 *   <li>{@code backend=plain} (default) or {@code backend=vector};
 *   <li>{@code shard=1/4}: only a part of the shapes; the parts' results add up;
 *   <li>{@code inputs=1,2,784}, {@code outputs=10}, {@code rounds=5}: a narrower sweep, which
 *       writes {@code target/results};
 *   <li>{@code out=docs}, or another path below this module.
 * </ul>
 */
public final class NeverSlower {
  private static final List<String> NARROWING = List.of("inputs", "outputs", "rounds");

  /** Shapes that one run of javac compiles. */
  private static final int GROUP = 20;

  private static final int MORE_TRIALS = 3;

  private final Backend backend;
  private final int rounds;
  private final List<Shape> shapes;
  private final Path out;

  private NeverSlower(Path module, Arguments arguments) {
    backend = arguments.choices("backend", Backend.values(), List.of(Backend.PLAIN)).get(0);
    rounds = (int) Math.ceil(arguments.number("rounds", 5));
    List<Integer> inputs = arguments.list("inputs", Shape.WIDTHS, NeverSlower::width);
    List<Integer> outputs = arguments.list("outputs", Shape.WIDTHS, NeverSlower::width);
    shapes = Shard.of(arguments.text("shard", "1/1")).of(Shape.all(inputs, outputs));
    boolean narrow = NARROWING.stream().anyMatch(arguments::has);
    out = arguments.folder(module, narrow);
  }

  public static void main(String[] arguments) throws Exception {
    Set<String> known = new LinkedHashSet<>(NARROWING);
    known.addAll(List.of("backend", "shard", "out"));
    Path module = Path.of(System.getProperty("benchmark.module", "")).toAbsolutePath();
    new NeverSlower(module, new Arguments(known, arguments)).run();
  }

  private static int width(String text) {
    int width = Integer.parseInt(text);
    if (!Shape.WIDTHS.contains(width)) {
      throw new IllegalArgumentException(width + " is none of " + Shape.WIDTHS);
    }
    return width;
  }

  private void run() throws IOException, InterruptedException {
    Files.createDirectories(out);
    int feature = Runtime.version().feature();
    SweepFile file =
        new SweepFile(out.resolve("never-slower-jdk" + feature + "-" + backend + ".csv"));
    for (int from = 0; from < shapes.size(); from += GROUP) {
      measureGroup(from, Math.min(from + GROUP, shapes.size()), file);
    }
    Files.writeString(out.resolve("never-slower.md"), SweepPage.of(files()));
  }

  private void measureGroup(int from, int to, SweepFile file)
      throws IOException, InterruptedException {
    Path classes = Files.createTempDirectory("shapes");
    try {
      new ShapeCompiler(classes).compile(shapes.subList(from, to), backend);
      for (int index = from; index < to; index++) {
        Row row = measure(shapes.get(index), classes);
        file.put(row);
        System.out.printf("%d/%d: %s%n", index + 1, shapes.size(), row);
      }
    } finally {
      delete(classes);
    }
  }

  private Row measure(Shape shape, Path classes) throws IOException, InterruptedException {
    List<TrialResult> trials = new ArrayList<>(List.of(trial(shape, classes)));
    if (new Row(shape, trials).slower()) {
      for (int k = 0; k < MORE_TRIALS; k++) {
        trials.add(trial(shape, classes));
      }
    }
    return new Row(shape, trials);
  }

  private TrialResult trial(Shape shape, Path classes) throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(List.of("-Xbatch", "-XX:+UseSerialGC"));
    flags.addAll(backend.flags());
    String line =
        new ChildJvm(flags, classes)
            .run(
                Trial.class,
                Integer.toString(shape.inputs()),
                Integer.toString(shape.outputs()),
                Integer.toString(rounds));
    return TrialResult.parse(line);
  }

  private List<SweepFile> files() throws IOException {
    List<SweepFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.list(out)) {
      List<Path> sorted =
          found
              .filter(file -> file.getFileName().toString().matches("never-slower-.*\\.csv"))
              .sorted()
              .toList();
      for (Path file : sorted) {
        files.add(new SweepFile(file));
      }
    }
    return files;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
