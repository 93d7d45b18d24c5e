package io.github.gradsmith.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random networks through oracles that share no code with the processor. A build tries those that
 * meet every rule; {@code fuzz.networks} says how many others, {@code fuzz.seed} the first seed of
 * one each; {@code fresh} takes another every time.
 */
@Tag("fast")
class RandomNetworksTest {
  /** Networks of a compilation: their classes fit the memory of a test. */
  private static final int CHUNK = 150;

  /** At most one network of so many may be left unjudged. */
  private static final int MOST_UNJUDGED = 200;

  private static final int MOST_SHRUNK = 3;
  private static final int FRESH_SEEDS = 1_000_000_000;

  @Test
  void noNumberIsWrong() {
    List<NetworkDescription> networks = networks();
    Trials trials = new Trials();
    List<Finding> findings = new ArrayList<>();
    for (int first = 0; first < networks.size(); first += CHUNK) {
      int end = Math.min(first + CHUNK, networks.size());
      findings.addAll(trials.run(networks.subList(first, end)));
      if (networks.size() > CHUNK) {
        System.out.printf(
            "%d of %d networks, seeds from %d: %d deviations%n",
            end, networks.size(), networks.get(0).seed(), findings.size());
      }
    }
    System.out.println(summary(networks, findings) + "; " + trials.cost());
    assertThat(trials.unjudged())
        .as("networks that no input judges")
        .isLessThanOrEqualTo(1 + networks.size() / MOST_UNJUDGED);
    assertThat(findings.size()).as("%s", report(findings)).isZero();
  }

  private static List<NetworkDescription> networks() {
    String count = System.getProperty("fuzz.networks", "");
    String seed = System.getProperty("fuzz.seed", "");
    if (count.isEmpty()) {
      return CoveringNetworks.ofBuild().networks();
    }
    long first =
        seed.equals("fresh")
            ? new Random().nextInt(FRESH_SEEDS)
            : seed.isEmpty() ? CoveringNetworks.FIRST_SEED : Long.parseLong(seed);
    return RandomNetworks.of(first, Integer.parseInt(count));
  }

  private static String summary(List<NetworkDescription> networks, List<Finding> findings) {
    return "%d random networks, seeds %d to %d, JDK %s, %s: %d deviations"
        .formatted(
            networks.size(),
            networks.get(0).seed(),
            networks.get(networks.size() - 1).seed(),
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
