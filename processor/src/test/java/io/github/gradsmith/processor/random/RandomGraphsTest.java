package io.github.gradsmith.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Random graphs of layers through the oracles of random networks. A build tries those that meet
 * every outcome; {@code fuzz.graphs} says how many others, {@code fuzz.seed} the first seed; {@code
 * fresh} takes another every time.
 */
@Tag("fast")
class RandomGraphsTest {
  /** Graphs of a compilation: their classes fit the memory of a test. */
  private static final int CHUNK = 80;

  private static final int FRESH_SEEDS = 1_000_000_000;

  @Test
  void noNumberIsWrong() {
    List<NetworkDescription> graphs = graphs();
    Trials trials = new Trials();
    List<Finding> findings = new ArrayList<>();
    for (int done = 0; done < graphs.size(); done += CHUNK) {
      int end = Math.min(graphs.size(), done + CHUNK);
      findings.addAll(trials.run(graphs.subList(done, end)));
      System.out.printf(
          "%d of %d random graphs, seeds from %d, JDK %s: %d deviations, left unjudged %s%n",
          end,
          graphs.size(),
          graphs.get(0).seed(),
          Runtime.version(),
          findings.size(),
          trials.unjudged());
    }
    assertThat(findings.size()).as("%s", Report.of(findings)).isZero();
    trials.assertJudged(graphs.size());
  }

  private static List<NetworkDescription> graphs() {
    String count = System.getProperty("fuzz.graphs", "");
    return count.isEmpty()
        ? CoveringGraphs.ofBuild().graphs()
        : RandomGraphs.of(firstSeed(), Integer.parseInt(count));
  }

  private static long firstSeed() {
    String seed = System.getProperty("fuzz.seed", "");
    if (seed.isEmpty()) {
      return CoveringGraphs.FIRST_SEED;
    }
    return seed.equals("fresh") ? new Random().nextInt(FRESH_SEEDS) : Long.parseLong(seed);
  }
}
