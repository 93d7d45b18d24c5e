package io.github.gradsmith.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.generated.LoopNodes;
import java.util.List;

/** What HotSpot can make of the loops of a class. */
final class LoopChecks {
  /** Those that are made around a layer which the rules treat in a way of its own are enough. */
  static final List<Check> ALL =
      List.of(
          new Check(
              "loops that become SIMD",
              network -> RandomNetworks.wanted(network.seed()).isPresent(),
              LoopChecks::areSmallEnough));

  private LoopChecks() {}

  private static void areSmallEnough(Trial trial) {
    assertThat(LoopNodes.of(trial.source()))
        .allSatisfy(
            loop -> assertThat(loop.nodes()).as(loop.method()).isLessThanOrEqualTo(LoopNodes.MOST));
  }
}
