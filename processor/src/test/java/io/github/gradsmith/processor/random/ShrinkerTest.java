package io.github.gradsmith.processor.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.planner.Planner;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What fails becomes small, and still is a network. */
class ShrinkerTest {
  private static final String CHECK = "some check";

  private static List<Finding> failing(
      List<NetworkDescription> networks, Predicate<NetworkDescription> fails) {
    return networks.stream()
        .filter(fails)
        .map(network -> new Finding(network, CHECK, "fails"))
        .toList();
  }

  private static boolean multipliesAndNorms(NetworkDescription network) {
    return network.graph().stream().anyMatch(layer -> layer.kind() instanceof NormReference)
        && network.graph().stream()
            .anyMatch(
                layer ->
                    layer.kind() instanceof MergeReference merge
                        && merge.kind() == MergeReference.Kind.MULTIPLY);
  }

  private static NetworkDescription large() {
    return LongStream.range(1, 10_000)
        .mapToObj(RandomGraphs::of)
        .filter(graph -> graph.depth() > 8 && multipliesAndNorms(graph))
        .findFirst()
        .orElseThrow();
  }

  /** Of a fault in any network with both kinds, little but both kinds is left. */
  @Test
  void aGraphKeepsOnlyTheLayersThatFail() {
    Finding large = new Finding(large(), CHECK, "fails");
    Finding small =
        new Shrinker()
            .shrink(large, networks -> failing(networks, ShrinkerTest::multipliesAndNorms));

    assertThat(multipliesAndNorms(small.network())).isTrue();
    assertThat(small.network().depth()).isLessThanOrEqualTo(3);
    assertThat(small.network().widths()).allMatch(width -> width <= 6);
    assertThat(new Trials(check -> false).run(List.of(small.network()))).isEmpty();
  }

  /** Nothing smaller fails: it is kept as it is. */
  @Test
  void whatFailsAloneStays() {
    NetworkDescription graph = large();
    Finding found = new Finding(graph, CHECK, "fails");

    assertThat(new Shrinker().shrink(found, networks -> List.of())).isSameAs(found);
  }

  @Test
  void everyStepOfAGraphHasAPlanAndIsSmaller() {
    for (long seed = 1; seed <= 12; seed++) {
      NetworkDescription graph = RandomGraphs.of(seed);
      for (LayerGraph step : GraphSteps.of(graph.layers().orElseThrow())) {
        NetworkDescription smaller = graph.withGraph("Smaller", step);
        assertThat(Planner.plan(smaller.model()).layers()).hasSize(step.layers().size());
        assertThat(step.text()).isNotEqualTo(graph.layers().get().text());
      }
    }
  }

  @Test
  void aChainKeepsOnlyTheWidthThatFails() {
    NetworkDescription chain =
        LongStream.range(1, 1000)
            .mapToObj(RandomNetworks::of)
            .filter(network -> network.depth() > 2 && network.widths().get(1) > 40)
            .findFirst()
            .orElseThrow();
    Finding small =
        new Shrinker()
            .shrink(
                new Finding(chain, CHECK, "fails"),
                networks ->
                    failing(networks, network -> network.widths().stream().anyMatch(w -> w > 40)));

    assertThat(small.network().widths()).anyMatch(width -> width > 40);
    assertThat(small.network().widths().stream().filter(width -> width > 1)).hasSize(1);
  }
}
