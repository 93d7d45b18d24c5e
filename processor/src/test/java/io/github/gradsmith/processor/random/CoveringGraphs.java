package io.github.gradsmith.processor.random;

import io.github.gradsmith.processor.planner.GraphOutcome;
import io.github.gradsmith.processor.planner.Planner;
import io.github.gradsmith.processor.planner.ReachableOutcomes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Random graphs that together meet every outcome of the planner for layers among others: the first
 * seeds as they come, then those alone whose graphs meet one that none before met, then others.
 */
final class CoveringGraphs {
  /**
   * Seeds that met what others did not when they were looked for. They only save the search: where
   * they meet too little, it goes on.
   */
  private static final long[] FOUND = {
    47, 55, 57, 69, 73, 74, 75, 82, 83, 87, 97, 108, 139, 163, 169, 177, 187, 206, 218, 222, 227,
    228, 238, 257, 260, 292, 317, 338, 590, 638, 728, 1203, 1322, 1878
  };

  /** Beyond it no seed is looked at. */
  private static final long MOST_SEEDS = 5_000;

  /** The first seed of a build. */
  static final long FIRST_SEED = 1;

  /** Graphs of a build. */
  private static final int OF_BUILD = 80;

  private static final int AS_THEY_COME = 40;

  private final List<NetworkDescription> graphs = new ArrayList<>();
  private final Set<GraphOutcome> unmet = new HashSet<>(ReachableOutcomes.all());

  /**
   * Looks for graphs.
   *
   * @param firstSeed the seed of the first one
   * @param count how many there are
   * @param asTheyCome of so many seeds the graph is taken in any case
   */
  CoveringGraphs(long firstSeed, int count, int asTheyCome) {
    long seed = firstSeed;
    for (; seed < firstSeed + asTheyCome; seed++) {
      add(RandomGraphs.of(seed));
    }
    long next = seed;
    LongStream.concat(LongStream.of(FOUND), LongStream.range(next, MOST_SEEDS))
        .filter(other -> other >= next)
        .takeWhile(other -> graphs.size() < count && !unmet.isEmpty())
        .mapToObj(RandomGraphs::of)
        .filter(graph -> outcomes(graph).stream().anyMatch(unmet::contains))
        .forEach(this::add);
    seed = MOST_SEEDS;
    for (; graphs.size() < count; seed++) {
      add(RandomGraphs.of(seed));
    }
  }

  /** The graphs of every build. */
  static CoveringGraphs ofBuild() {
    return new CoveringGraphs(FIRST_SEED, OF_BUILD, AS_THEY_COME);
  }

  private void add(NetworkDescription graph) {
    unmet.removeAll(outcomes(graph));
    graphs.add(graph);
  }

  private static Set<GraphOutcome> outcomes(NetworkDescription graph) {
    return graph.trains() ? GraphOutcome.of(Planner.plan(graph.model())) : Set.of();
  }

  List<NetworkDescription> graphs() {
    return List.copyOf(graphs);
  }

  /** The outcomes that no graph meets. */
  Set<GraphOutcome> unmet() {
    return Set.copyOf(unmet);
  }
}
