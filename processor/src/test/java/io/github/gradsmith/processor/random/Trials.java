package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.generated.CompiledNetworks;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compiles networks in one go and asks all checks of each. */
final class Trials {
  /** What is asked of networks in the JVM that compiles them. */
  private static final List<Check> CHECKS =
      Stream.of(
              ReferenceChecks.ALL,
              TrainingChecks.ALL,
              SelfChecks.ALL,
              WeightChecks.ALL,
              CopyChecks.ALL,
              MetamorphicChecks.ALL,
              OutsideChecks.ALL,
              LoopChecks.ALL)
          .flatMap(List::stream)
          .toList();

  /** At most one network of so many, and one, may be left unjudged. */
  static final int MOST_UNJUDGED = 200;

  private static final String COMPILES = "compiles without warnings";

  /**
   * A few formulas cannot be right everywhere in float, and say so; what they compute is compared
   * all the same.
   */
  private static final String INACCURATE = "GS065";

  /**
   * ONNX Runtime keeps rows of doubles on the stack, and ends the JVM where the usual megabyte is
   * too little: 112-590-5 is one such network.
   */
  private static final long STACK_BYTES = 16L << 20;

  private final Map<String, Long> nanosByCheck = new ConcurrentSkipListMap<>();
  private final Predicate<String> wanted;
  private final Set<String> unjudged = new ConcurrentSkipListSet<>();
  private long compileNanos;
  private long checkNanos;

  /** Of all checks. */
  Trials() {
    this(check -> true);
  }

  /** Of the checks with some names. */
  Trials(Predicate<String> wanted) {
    this.wanted = wanted;
  }

  /** Networks compiled together with the twins that their checks need. */
  private LoadedNetworks compile(List<NetworkDescription> networks) {
    long start = cpu();
    Map<String, NetworkDescription> all = new LinkedHashMap<>();
    for (NetworkDescription network : networks) {
      all.put(network.name(), network);
      if (MetamorphicChecks.hasTwin(network)) {
        NetworkDescription twin = MetamorphicChecks.twin(network);
        all.put(twin.name(), twin);
      }
    }
    CompiledNetworks.Builder builder = CompiledNetworks.builder().allow(INACCURATE);
    all.values().forEach(network -> builder.source(network.name(), network.source()));
    try {
      return new LoadedNetworks(builder.compileWithVectorApi());
    } finally {
      compileNanos += cpu() - start;
    }
  }

  /**
   * What does not hold. Networks that do not compile together are compiled in halves, until it is
   * known which does not.
   */
  List<Finding> run(List<NetworkDescription> networks) {
    if (networks.isEmpty()) {
      return List.of();
    }
    LoadedNetworks classes;
    try {
      classes = compile(networks);
    } catch (AssertionError | RuntimeException e) {
      if (networks.size() == 1) {
        return List.of(new Finding(networks.get(0), COMPILES, String.valueOf(e.getMessage())));
      }
      List<Finding> findings = new ArrayList<>(run(networks.subList(0, networks.size() / 2)));
      findings.addAll(run(networks.subList(networks.size() / 2, networks.size())));
      return findings;
    }
    return run(classes, networks);
  }

  private List<Finding> run(LoadedNetworks classes, List<NetworkDescription> networks) {
    long start = cpu();
    ExecutorService pool =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Trials::thread);
    List<Finding> findings;
    try {
      List<Future<List<Finding>>> tasks = new ArrayList<>();
      if (wanted.test(OtherJvms.CHECK)) {
        tasks.add(
            pool.submit(() -> timed(OtherJvms.CHECK, () -> OtherJvms.run(classes, networks))));
      }
      networks.forEach(network -> tasks.add(pool.submit(() -> run(classes, network))));
      findings = tasks.stream().flatMap(task -> result(task).stream()).toList();
    } finally {
      pool.shutdownNow();
    }
    checkNanos += cpu() - start;
    return findings;
  }

  private static Thread thread(Runnable work) {
    return new Thread(null, work, "trial", STACK_BYTES);
  }

  private static List<Finding> result(Future<List<Finding>> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private List<Finding> run(LoadedNetworks classes, NetworkDescription network) {
    try {
      Trial trial = timed("(reference)", () -> new Trial(classes, network));
      return CHECKS.stream()
          .filter(check -> wanted.test(check.name()) && check.applies().test(network))
          .flatMap(check -> timed(check.name(), () -> failure(check, trial)).stream())
          .toList();
    } catch (UnjudgeableException e) {
      unjudged.add(network.name());
      return List.of();
    } catch (RuntimeException | AssertionError e) {
      return List.of(new Finding(network, "can be created", String.valueOf(e)));
    }
  }

  /** A network may come near a kink after some steps only. */
  private Optional<Finding> failure(Check check, Trial trial) {
    try {
      check.body().run(trial);
      return Optional.empty();
    } catch (UnjudgeableException e) {
      unjudged.add(trial.network.name() + " (" + check.name() + ")");
      return Optional.empty();
    } catch (Exception | AssertionError e) {
      return Optional.of(new Finding(trial.network, check.name(), message(e)));
    }
  }

  private <T> T timed(String what, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanosByCheck.merge(what, System.nanoTime() - start, Long::sum);
    }
  }

  private static String message(Throwable e) {
    return e instanceof AssertionError ? e.getMessage() : e.toString();
  }

  /**
   * The networks whose branches rounding decides on whatever the input is, by name, each with the
   * check if it is not all of them.
   */
  Set<String> unjudged() {
    return Set.copyOf(unjudged);
  }

  /** Fails if too many of so many networks were left unjudged: then the tests say little. */
  void assertJudged(int networks) {
    assertJudged(unjudged, networks);
  }

  static void assertJudged(Set<String> unjudged, int networks) {
    if (unjudged.size() > 1 + networks / MOST_UNJUDGED) {
      throw new AssertionError(
          "%d of %d networks were left unjudged, more than one of %d and one: %s"
              .formatted(unjudged.size(), networks, MOST_UNJUDGED, unjudged));
    }
  }

  /** Processor time of all threads, and where the time of the checks went. */
  String cost() {
    StringBuilder text =
        new StringBuilder(
            "compile %.1f s, checks %.1f s of processor time"
                .formatted(compileNanos * 1e-9, checkNanos * 1e-9));
    nanosByCheck.forEach(
        (name, nanos) -> text.append("%n  %-34s %6.2f s".formatted(name, nanos * 1e-9)));
    return text.toString();
  }

  private static long cpu() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
  }
}
