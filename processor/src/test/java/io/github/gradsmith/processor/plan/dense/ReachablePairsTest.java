package io.github.gradsmith.processor.plan.dense;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.plan.dense.Outcome.Decision;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReachablePairsTest {
  private static final Set<Outcome> OUTCOMES =
      ReachablePairs.all().keySet().stream().map(Outcome.Pair::one).collect(Collectors.toSet());

  /** One of each, so that a decision that is no longer looked at is noticed. */
  @Test
  void holdsEveryDecision() {
    assertThat(OUTCOMES)
        .contains(
            new Outcome(Decision.LOOP, "written out"),
            new Outcome(Decision.LOOP, "packed rows and a rest"),
            new Outcome(Decision.LOOP, "SIMD loop over panels"),
            new Outcome(Decision.WAY_BACK, "over a transposed copy"),
            new Outcome(Decision.WAY_BACK, "fold of 2 terms and a rest"),
            new Outcome(Decision.UPDATE, "rows for inputs in blocks"),
            new Outcome(Decision.SCHEDULE, "all samples at once"),
            new Outcome(Decision.LOSS, "from all z"),
            new Outcome(Decision.LOSS, "from z"),
            new Outcome(Decision.SLOPE, "from z"),
            new Outcome(Decision.POSITION, "middle"),
            new Outcome(Decision.BATCH, "beyond a tile"));
  }

  @Test
  void oneOfAllWaysToDecideIsEnough() {
    assertThat(ReachablePairs.sizes()).doesNotHaveDuplicates().hasSizeBetween(100, 5_000);
  }
}
