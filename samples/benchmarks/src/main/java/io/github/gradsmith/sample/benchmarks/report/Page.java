package io.github.gradsmith.sample.benchmarks.report;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;

/** The page in Markdown that shows the newest run of each JDK. */
public final class Page {
  private static final String HEAD =
      """
      # Benchmarks

      Written by `samples/benchmarks`, whose package documentation says how to run it; do not edit.
      Times are microseconds a sample on one thread, the median over the rounds of each round's median
      iteration; each round is a JVM of its own, and all that is compared runs in turns. A ratio says how
      many times as long the other takes: above 1, the generated network is faster. Look at the ratios,
      the times drift with the machine. The task's number is the size of the batch.

      The vector module is `--add-modules jdk.incubator.vector`; the column beside it is what the network
      then says of itself, so that `plain` there means that nothing of the Vector API ran. Bytes a call
      are what the calling thread allocates in %d calls after the last iteration, rounded to whole bytes.
      JMH's own `gc.alloc.rate.norm` stands in the raw files: it also counts about a megabyte that JMH
      itself allocates during an iteration, spread over the iteration's calls.

      ![Speed-up of one sample forward](forward.png)
      ![Speed-up of training with batches of 10](train-10.png)
      """;

  private static final int COUNTED_CALLS = 20;

  private Page() {}

  /** The page of these runs. */
  public static String of(List<RunResult> runs) {
    StringBuilder text = new StringBuilder(HEAD.formatted(COUNTED_CALLS));
    runs.forEach(run -> text.append(section(run)));
    return text.toString();
  }

  private static String section(RunResult run) {
    StringBuilder text = new StringBuilder();
    Machine machine = run.machine();
    text.append("\n## JDK %d\n\n".formatted(run.feature()));
    text.append(
        "%s on %s, %d cores, %d MiB, %s; %s; arguments: %s. [Raw](%s.json).\n"
            .formatted(
                run.java(),
                machine.cpu(),
                machine.cores(),
                machine.memoryMiB(),
                machine.system(),
                run.date(),
                run.settings(),
                run.name()));
    text.append(loads(run));
    NaiveTable naive = new NaiveTable(run);
    part(text, "Against naive loops, `float`", naive.of("float"));
    part(text, "Against naive loops, `double`", naive.of("double"));
    part(text, "Against peers", new PeerTable(run).text());
    part(text, "Single calls, nanoseconds", LatencyTable.of(run.latencies()));
    if (!run.absent().isEmpty()) {
      part(text, "Absent", "- " + String.join("\n- ", run.absent()) + "\n");
    }
    return text.toString();
  }

  private static String loads(RunResult run) {
    String loads =
        run.loads().stream()
            .map(load -> String.format(Locale.ROOT, "%.1f", load))
            .collect(joining(", "));
    String warning =
        run.disturbed()
            ? " **Other programs competed for the cores: these times mean little.**"
            : "";
    return "Load average as the rounds began: " + loads + "." + warning + "\n";
  }

  private static void part(StringBuilder text, String title, String content) {
    if (!content.isEmpty()) {
      text.append("\n### ").append(title).append("\n\n").append(content);
    }
  }
}
