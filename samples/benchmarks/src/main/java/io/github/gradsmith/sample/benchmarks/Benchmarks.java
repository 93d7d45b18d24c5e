package io.github.gradsmith.sample.benchmarks;

import com.google.gson.Gson;
import io.github.gradsmith.sample.benchmarks.latency.Latency;
import io.github.gradsmith.sample.benchmarks.program.Programs;
import io.github.gradsmith.sample.benchmarks.report.LatencyResult;
import io.github.gradsmith.sample.benchmarks.report.Machine;
import io.github.gradsmith.sample.benchmarks.report.Page;
import io.github.gradsmith.sample.benchmarks.report.RunFiles;
import io.github.gradsmith.sample.benchmarks.report.RunResult;
import io.github.gradsmith.sample.benchmarks.report.SpeedUpPlot;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** Runs everything on this JDK and writes raw results, the page and the plots. */
public final class Benchmarks {
  private final Settings settings;
  private final Path module;
  private final List<Double> loads = new ArrayList<>();
  private final List<String> absent = new ArrayList<>();

  private Benchmarks(Settings settings, Path module) {
    this.settings = settings;
    this.module = module;
  }

  /** See the package's documentation for the arguments. */
  public static void main(String[] arguments) throws Exception {
    Path module = Path.of(System.getProperty("benchmark.module", "")).toAbsolutePath();
    new Benchmarks(Settings.of(module, arguments), module).run();
  }

  private void run() throws Exception {
    Files.createDirectories(settings.out());
    List<Entry> plan = Plan.of(settings);
    Programs programs = programs();
    for (int round = 1; round <= settings.rounds(); round++) {
      loads.add(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
      programs.run();
      measure(plan, round);
      programs.run();
    }
    absent.addAll(programs.absent());
    write(result(plan, programs));
  }

  private RunResult result(List<Entry> plan, Programs programs)
      throws IOException, InterruptedException {
    return new RunResult(
        LocalDate.now().toString(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        Runtime.version().feature(),
        Machine.here(),
        settings.given() + ", " + settings.rounds() + " rounds",
        loads,
        plan.stream().filter(Entry::measured).map(Entry::measurement).toList(),
        programs.results(),
        latencies(),
        absent);
  }

  private Programs programs() throws IOException, InterruptedException {
    return settings.programs()
        ? new Programs(module.resolve("src/peers"), module.resolve("target/programs"))
        : Programs.none();
  }

  private void measure(List<Entry> plan, int round) throws IOException {
    int done = 0;
    for (Entry entry : plan) {
      done++;
      System.out.printf("round %d, %d/%d: %s%n", round, done, plan.size(), entry);
      try {
        entry.add(Round.run(entry.contender, entry.workload, entry.backend, settings.seconds()));
      } catch (RunnerException failed) {
        skip(entry, failed);
      }
    }
  }

  /** A foreign library that does not run here is said to be absent; ours must run. */
  private void skip(Entry entry, RunnerException failed) {
    if (entry.contender.equals("generated") || entry.contender.equals("naive")) {
      throw new IllegalStateException(entry + " failed", failed);
    }
    String line = entry + ": failed in its JVM";
    if (!absent.contains(line)) {
      absent.add(line);
    }
  }

  private List<LatencyResult> latencies() throws IOException, InterruptedException {
    List<LatencyResult> results = new ArrayList<>();
    if (settings.latency()) {
      for (Backend backend : settings.backends()) {
        String file = "latency-jdk" + Runtime.version().feature() + "-" + backend + ".csv";
        String json =
            new ChildJvm(backend.flags())
                .run(Latency.class, backend.toString(), settings.out().resolve(file).toString());
        results.addAll(List.of(new Gson().fromJson(json, LatencyResult[].class)));
      }
    }
    return results;
  }

  private void write(RunResult result) throws IOException {
    RunFiles files = new RunFiles(settings.out());
    files.write(result);
    List<RunResult> latest = files.latest();
    new SpeedUpPlot("forward").write(latest, settings.out());
    new SpeedUpPlot("train-10").write(latest, settings.out());
    Path page = settings.out().resolve("README.md");
    Files.writeString(page, Page.of(latest));
    System.out.println(Page.of(List.of(result)));
    System.out.println("written to " + page);
  }
}
