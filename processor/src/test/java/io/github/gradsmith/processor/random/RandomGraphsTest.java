package io.github.gradsmith.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random graphs of layers through the oracles of random networks. {@code fuzz.graphs} says how
 * many, {@code fuzz.seed} the first seed; {@code fresh} takes another every time.
 */
@Tag("fast")
class RandomGraphsTest {
  /** Graphs of a compilation: their classes fit the memory of a test. */
  private static final int CHUNK = 80;

  private static final long FIRST_SEED = 1;
  private static final int FRESH_SEEDS = 1_000_000_000;

  @Test
  void noNumberIsWrong() {
    int count = Integer.parseInt(System.getProperty("fuzz.graphs"));
    long first = firstSeed();
    Trials trials = new Trials();
    List<Finding> findings = new ArrayList<>();
    for (int done = 0; done < count; done += CHUNK) {
      int next = Math.min(CHUNK, count - done);
      findings.addAll(trials.run(RandomGraphs.of(first + done, next)));
      System.out.printf(
          "%d of %d random graphs, seeds from %d, JDK %s: %d deviations, %d unjudged%n",
          done + next, count, first, Runtime.version(), findings.size(), trials.unjudged());
    }
    assertThat(trials.unjudged()).isLessThanOrEqualTo(1 + count / 50);
    assertThat(findings.size()).as("%s", report(findings)).isZero();
  }

  private static long firstSeed() {
    String seed = System.getProperty("fuzz.seed", "");
    if (seed.isEmpty()) {
      return FIRST_SEED;
    }
    return seed.equals("fresh") ? new Random().nextInt(FRESH_SEEDS) : Long.parseLong(seed);
  }

  private static String report(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                """
                %s fails: %s
                mini-batches %s of %s inputs
                %s
                try it again by:
                mvn -pl processor -am test -Dtest=RandomGraphsTest -Dsurefire.failIfNoSpecifiedTests=false \
                -Dfuzz.graphs=1 -Dfuzz.seed=%d
                """
                    .formatted(
                        finding.check(),
                        finding.message(),
                        finding.network().batches(),
                        finding.network().inputs(),
                        finding.network().declaration(),
                        finding.network().seed()))
        .collect(Collectors.joining("\n"));
  }
}
