package io.github.gradsmith.sample.benchmarks;

import io.github.gradsmith.sample.benchmarks.contender.Contender;
import io.github.gradsmith.sample.benchmarks.contender.Contenders;
import io.github.gradsmith.sample.benchmarks.contender.Precision;
import io.github.gradsmith.sample.benchmarks.contender.Size;
import io.github.gradsmith.sample.benchmarks.contender.Task;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a run measures, and for how long.
 *
 * @param seconds time of one iteration; a fork has {@value #WARMUPS} to warm up and {@value
 *     #ITERATIONS} that count
 * @param programs whether C and NumPy run, too: by default with the profile {@code peers}
 * @param latency whether single calls are timed, too
 * @param out the folder of results
 * @param given the arguments, for the record
 */
record Settings(
    List<Size> sizes,
    List<Precision> precisions,
    List<Task> tasks,
    List<Backend> backends,
    List<String> contenders,
    int rounds,
    double seconds,
    boolean programs,
    boolean latency,
    Path out,
    String given) {
  static final int WARMUPS = 6;
  static final int ITERATIONS = 3;

  /** Naive loops and the generated network; more of them come with the profile {@code peers}. */
  private static final int OWN_CONTENDERS = 2;

  /** What narrows a run, so that its results must not take the place of a whole one's. */
  private static final List<String> NARROWING =
      List.of("quick", "sizes", "precisions", "tasks", "backends", "contenders", "rounds");

  private static final Set<String> KNOWN = new LinkedHashSet<>(NARROWING);

  static {
    KNOWN.addAll(List.of("seconds", "programs", "latency", "out"));
  }

  /**
   * Reads the arguments.
   *
   * @param module the folder of this sample, below which {@code target} and beside which {@code
   *     docs} are found
   */
  static Settings of(Path module, String... arguments) {
    Arguments given = new Arguments(KNOWN, arguments);
    boolean quick = given.flag("quick", false);
    boolean narrow = NARROWING.stream().anyMatch(given::has);
    List<String> names = Contenders.all().stream().map(Contender::name).toList();
    return new Settings(
        given.choices(
            "sizes", Size.values(), quick ? List.of(Size.N784_30_10) : all(Size.values())),
        given.choices(
            "precisions",
            Precision.values(),
            quick ? List.of(Precision.FLOAT) : all(Precision.values())),
        given.choices("tasks", Task.values(), all(Task.values())),
        given.choices("backends", Backend.values(), all(Backend.values())),
        given.list("contenders", names, name -> Contenders.named(name).name()),
        (int) Math.ceil(given.number("rounds", quick ? 2 : 3)),
        given.number("seconds", 0.4),
        given.flag("programs", names.size() > OWN_CONTENDERS),
        given.flag("latency", true),
        given.folder(module, narrow),
        given.toString());
  }

  private static <E> List<E> all(E[] values) {
    return List.of(values);
  }
}
