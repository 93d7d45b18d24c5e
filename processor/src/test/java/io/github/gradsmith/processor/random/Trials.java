package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.generated.CompiledNetworks;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compiles networks in one go and asks all checks of each. */
final class Trials {
  /** What is asked of networks in the JVM that compiles them. */
  private static final List<Check> CHECKS =
      Stream.of(
              ReferenceChecks.ALL,
              TrainingChecks.ALL,
              SelfChecks.ALL,
              MetamorphicChecks.ALL,
              OutsideChecks.ALL)
          .flatMap(List::stream)
          .toList();

  private static final String COMPILES = "compiles without warnings";

  private final Map<String, Long> nanosByCheck = new TreeMap<>();
  private long compileNanos;
  private long checkNanos;

  /** Networks compiled together with the twins that their checks need. */
  private CompiledNetworks compile(List<NetworkDescription> networks) {
    long start = cpu();
    Map<String, NetworkDescription> all = new LinkedHashMap<>();
    for (NetworkDescription network : networks) {
      all.put(network.name(), network);
      if (MetamorphicChecks.hasTwin(network)) {
        NetworkDescription twin = MetamorphicChecks.twin(network);
        all.put(twin.name(), twin);
      }
    }
    CompiledNetworks.Builder builder = CompiledNetworks.builder();
    all.values().forEach(network -> builder.source(network.name(), network.source()));
    try {
      return builder.compileWithVectorApi();
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
    CompiledNetworks classes;
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
    long start = cpu();
    List<Finding> findings = new ArrayList<>();
    for (NetworkDescription network : networks) {
      findings.addAll(run(classes, network));
    }
    checkNanos += cpu() - start;
    start = System.nanoTime();
    findings.addAll(OtherJvms.run(classes, networks));
    nanosByCheck.merge(OtherJvms.CHECK, System.nanoTime() - start, Long::sum);
    return findings;
  }

  private List<Finding> run(CompiledNetworks classes, NetworkDescription network) {
    List<Finding> findings = new ArrayList<>();
    long begin = System.nanoTime();
    Trial trial;
    try {
      trial = new Trial(classes, network);
    } catch (RuntimeException | AssertionError e) {
      return List.of(new Finding(network, "can be created", String.valueOf(e)));
    }
    nanosByCheck.merge("(reference)", System.nanoTime() - begin, Long::sum);
    for (Check check : CHECKS) {
      if (check.applies().test(network)) {
        long start = System.nanoTime();
        try {
          check.body().run(trial);
        } catch (Exception | AssertionError e) {
          findings.add(new Finding(network, check.name(), message(e)));
        }
        nanosByCheck.merge(check.name(), System.nanoTime() - start, Long::sum);
      }
    }
    return findings;
  }

  private static String message(Throwable e) {
    return e instanceof AssertionError ? e.getMessage() : e.toString();
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
