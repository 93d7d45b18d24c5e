package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.plan.LayerPlan;
import io.github.gradsmith.processor.plan.NetworkPlan;
import io.github.gradsmith.processor.plan.dense.Outcome;
import io.github.gradsmith.processor.plan.dense.ReachablePairs;
import io.github.gradsmith.processor.plan.dense.ReachablePairs.Size;
import io.github.gradsmith.processor.planner.Planner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Random networks that together meet every pair of outcomes of the planner: the first seeds as they
 * come, then those seeds alone whose networks meet a pair that none before met.
 */
final class CoveringNetworks {
  /** Most seeds are passed over at a look; beyond so many none is. */
  private static final long MOST_SEEDS = 2_000_000;

  /** The first seed of a build. */
  static final long FIRST_SEED = 1;

  /** Networks of a build. */
  private static final int OF_BUILD = 200;

  private static final int AS_THEY_COME = 75;

  private final List<NetworkDescription> networks = new ArrayList<>();
  private final Map<Outcome.Pair, Size> unmet = new HashMap<>(ReachablePairs.all());

  /**
   * Looks for networks.
   *
   * @param firstSeed the seed of the first one
   * @param count how many there are
   * @param asTheyCome of so many seeds the network is taken in any case
   */
  CoveringNetworks(long firstSeed, int count, int asTheyCome) {
    long seed = firstSeed;
    for (; seed < firstSeed + asTheyCome; seed++) {
      add(RandomNetworks.of(seed));
    }
    for (; networks.size() < count && !unmet.isEmpty() && seed < MOST_SEEDS; seed++) {
      if (isPromising(seed)) {
        NetworkDescription network = RandomNetworks.of(seed);
        if (isQuicklyPlanned(network) && pairs(network).stream().anyMatch(unmet::containsKey)) {
          add(network);
        }
      }
    }
    for (; networks.size() < count; seed++) {
      add(RandomNetworks.of(seed));
    }
  }

  /** The networks of every build, looked for once for all tests. */
  static CoveringNetworks ofBuild() {
    return Build.NETWORKS;
  }

  private static final class Build {
    static final CoveringNetworks NETWORKS =
        new CoveringNetworks(FIRST_SEED, OF_BUILD, AS_THEY_COME);
  }

  private void add(NetworkDescription network) {
    unmet.keySet().removeAll(pairs(network));
    networks.add(network);
  }

  /** Whether the network of a seed is made around a layer that a pair is still to be met by. */
  private boolean isPromising(long seed) {
    return RandomNetworks.wanted(seed)
        .filter(
            wanted ->
                unmet.values().stream()
                    .anyMatch(
                        size ->
                            size.inputs() == wanted.inputs() && size.outputs() == wanted.outputs()))
        .isPresent();
  }

  /**
   * Whether it has no formula of a user: these take the planner longest, and decide nothing that
   * the toolbox does not.
   */
  private static boolean isQuicklyPlanned(NetworkDescription network) {
    return network.objective() instanceof Objective.Named
        && network.units().stream().allMatch(unit -> unit instanceof Unit.Named);
  }

  List<NetworkDescription> networks() {
    return List.copyOf(networks);
  }

  /** The pairs of outcomes that no network meets. */
  Set<Outcome.Pair> unmet() {
    return Set.copyOf(unmet.keySet());
  }

  /** The pairs that a network meets where SIMD kernels run if it has them. */
  private static Set<Outcome.Pair> pairs(NetworkDescription network) {
    NetworkPlan plan = Planner.plan(network.model());
    Set<Outcome.Pair> pairs = new HashSet<>();
    for (LayerPlan layer : plan.layers()) {
      for (Batch batch : network.batches()) {
        pairs.addAll(Outcome.pairs(plan, layer, batch.size(), network.vectorized()));
      }
    }
    return pairs;
  }
}
