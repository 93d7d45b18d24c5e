package io.github.gradsmith.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
    System.out.println(
        summary(networks, findings)
            + ", left unjudged "
            + trials.unjudged()
            + "; "
            + trials.cost());
    assertThat(findings.size()).as("%s", Report.of(findings)).isZero();
    trials.assertJudged(networks.size());
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
}
