package io.github.gradsmith.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Random networks through oracles that share no code with the processor. {@code fuzz.networks} says
 * how many, {@code fuzz.seed} the first seed of one each; {@code fresh} takes another every time.
 */
class RandomNetworksTest {
  /** Of a build that says nothing else. */
  private static final int NETWORKS = 150;

  private static final long SEED = 1;

  /** Networks of a compilation: their classes fit the memory of a test. */
  private static final int CHUNK = 150;

  private static final int MOST_SHRUNK = 3;
  private static final int FRESH_SEEDS = 1_000_000_000;

  @Test
  void noNumberIsWrong() {
    int count = Integer.getInteger("fuzz.networks", NETWORKS);
    long seed = seed(System.getProperty("fuzz.seed", ""));
    Trials trials = new Trials();
    List<Finding> findings = new ArrayList<>();
    for (int first = 0; first < count; first += CHUNK) {
      int size = Math.min(CHUNK, count - first);
      findings.addAll(trials.run(RandomNetworks.of(seed + first, size)));
      if (count > CHUNK) {
        System.out.printf(
            "%d of %d networks, seeds from %d: %d deviations%n",
            first + size, count, seed, findings.size());
      }
    }
    System.out.println(summary(count, seed, findings) + "; " + trials.cost());
    assertThat(findings.size()).as("%s", report(findings)).isZero();
  }

  private static long seed(String text) {
    if (text.equals("fresh")) {
      return new Random().nextInt(FRESH_SEEDS);
    }
    return text.isEmpty() ? SEED : Long.parseLong(text);
  }

  private static String summary(int count, long seed, List<Finding> findings) {
    return "%d random networks, seeds %d to %d, JDK %s, %s: %d deviations"
        .formatted(
            count,
            seed,
            seed + count - 1,
            Runtime.version(),
            System.getProperty("os.arch"),
            findings.size());
  }

  /** Every network that failed, and a few of them shrunk. */
  private static String report(List<Finding> findings) {
    Map<String, Finding> byCheck = new LinkedHashMap<>();
    findings.forEach(finding -> byCheck.putIfAbsent(finding.check(), finding));
    String shrunk =
        byCheck.values().stream()
            .limit(MOST_SHRUNK)
            .map(finding -> shrunk(new Shrinker().shrink(finding)))
            .collect(Collectors.joining("\n"));
    String all =
        findings.stream()
            .map(found -> found.network() + ": " + found.check() + ": " + found.message())
            .collect(Collectors.joining("\n"));
    return all + "\n\n" + shrunk;
  }

  private static String shrunk(Finding finding) {
    return ("""
        %s fails: %s
        mini-batches %s of %s inputs
        %s
        try the network it came from again by:
        mvn -pl processor -am test -Dtest=RandomNetworksTest -Dsurefire.failIfNoSpecifiedTests=false \
        -Dfuzz.networks=1 -Dfuzz.seed=%d
        """)
        .formatted(
            finding.check(),
            finding.message(),
            finding.network().batches(),
            finding.network().inputs(),
            finding.network().declaration(),
            finding.network().seed());
  }
}
