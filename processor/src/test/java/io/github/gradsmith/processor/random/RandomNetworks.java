package io.github.gradsmith.processor.random;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Loss;
import io.github.gradsmith.Simd;
import io.github.gradsmith.processor.model.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Random valid networks. Each depends on its own seed alone, so that one of many can be tried again
 * by itself.
 */
final class RandomNetworks {
  private static final List<Activation> HIDDEN =
      Stream.of(Activation.values())
          .filter(a -> a != Activation.SOFTMAX && a != Activation.LOG_SOFTMAX)
          .toList();

  private static final int DEEPEST = 6;

  /** One in so many networks is made around a layer that the rules treat in a way of its own. */
  private static final int AROUND_A_RULE = 4;

  private final long seed;
  private final Random random;
  private final Widths drawnWidths;
  private final RandomFormulas formulas;

  private RandomNetworks(long seed) {
    this.seed = seed;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.drawnWidths = new Widths(random);
    this.formulas = new RandomFormulas(random);
  }

  /** Networks of the seeds from {@code firstSeed} on. */
  static List<NetworkDescription> of(long firstSeed, int count) {
    return LongStream.range(0, count).mapToObj(i -> of(firstSeed + i)).toList();
  }

  /** The network of one seed. */
  static NetworkDescription of(long seed) {
    return new RandomNetworks(seed).draw(wanted(seed));
  }

  /** The layer that the network of a seed is made around, if it is. */
  static Optional<Wanted> wanted(long seed) {
    return seed % AROUND_A_RULE == 0 ? Optional.of(Wanted.of(seed)) : Optional.empty();
  }

  /** The network of one seed around a layer that it must have. */
  static NetworkDescription of(long seed, Wanted wanted) {
    return new RandomNetworks(seed).draw(Optional.of(wanted));
  }

  private NetworkDescription draw(Optional<Wanted> wanted) {
    NetworkSize size = NetworkSize.draw(random);
    List<Integer> widths = wanted.map(this::around).orElseGet(() -> widths(size));
    boolean written = random.nextInt(4) == 0;
    Objective objective = objective(widths.get(widths.size() - 1), written);
    NetworkDescription network =
        new NetworkDescription(
            seed,
            "N" + seed,
            widths,
            units(widths, objective, written),
            objective,
            new RandomTraining(random).optimizer(),
            random.nextBoolean() ? Precision.FLOAT : Precision.DOUBLE,
            random.nextInt(12) != 0,
            random.nextBoolean() ? Simd.AUTO : Simd.OFF,
            initializer(),
            List.of(new Batch(0, 1)),
            new RandomTraining(random).inputs(),
            Optional.empty());
    List<Batch> batches = new RandomBatches(random, size).draw(network);
    wanted.ifPresent(one -> batches.add(new Batch(random.nextInt(3), one.batch())));
    return network.withData(network.name(), batches, network.inputs());
  }

  private List<Integer> widths(NetworkSize size) {
    List<Integer> widths = new ArrayList<>();
    int depth = 1 + random.nextInt(size == NetworkSize.LARGE ? 3 : DEEPEST);
    int largeLayer = size == NetworkSize.LARGE ? 1 + random.nextInt(depth) : 0;
    widths.add(drawnWidths.draw(Widths.LARGEST));
    for (int l = 1; l <= depth; l++) {
      int before = widths.get(l - 1);
      if (l == largeLayer) {
        before = 200 + random.nextInt(401);
        widths.set(l - 1, before);
        int least = NetworkSize.LARGE_LAYER / before + 1;
        widths.add(least + random.nextInt(Math.max(1, Widths.LARGEST - least)));
      } else {
        int most = Math.max(1, Math.min(Widths.LARGEST, size.mostWeights(depth) / before));
        widths.add(drawnWidths.draw(most));
      }
    }
    return widths;
  }

  private List<Integer> around(Wanted wanted) {
    List<Integer> widths = new ArrayList<>(List.of(wanted.inputs(), wanted.outputs()));
    boolean hasBefore =
        wanted.position() == Wanted.Position.LAST || wanted.position() == Wanted.Position.MIDDLE;
    boolean hasAfter =
        wanted.position() == Wanted.Position.FIRST || wanted.position() == Wanted.Position.MIDDLE;
    if (hasBefore) {
      widths.add(0, 1 + random.nextInt(9));
    }
    if (hasAfter) {
      widths.add(1 + random.nextInt(9));
    }
    return widths;
  }

  private Objective objective(int outputs, boolean written) {
    if (random.nextInt(5) == 0) {
      return new Objective.Written(formulas.loss());
    }
    Loss loss = Loss.values()[random.nextInt(Loss.values().length)];
    return new Objective.Named(
        loss == Loss.CROSS_ENTROPY && outputs == 1 ? Loss.BINARY_CROSS_ENTROPY : loss);
  }

  private List<Unit> units(List<Integer> widths, Objective objective, boolean written) {
    List<Unit> units = new ArrayList<>();
    for (int l = 1; l < widths.size() - 1; l++) {
      units.add(
          written
              ? new Unit.Written(formulas.activation())
              : new Unit.Named(HIDDEN.get(random.nextInt(HIDDEN.size()))));
    }
    units.add(last(objective, written, widths.get(widths.size() - 1)));
    return units;
  }

  private Unit last(Objective objective, boolean written, int outputs) {
    if (objective.is(Loss.BINARY_CROSS_ENTROPY)) {
      return written
          ? new Unit.Written(Term.call("sigmoid", DualNumber::sigmoid, new Term.Variable("z")))
          : new Unit.Named(Activation.SIGMOID);
    }
    if (objective.is(Loss.CROSS_ENTROPY) || outputs > 1 && random.nextInt(6) == 0) {
      boolean logarithm = random.nextInt(3) == 0;
      return written
          ? new Unit.WrittenSoftmax(logarithm)
          : new Unit.Named(logarithm ? Activation.LOG_SOFTMAX : Activation.SOFTMAX);
    }
    return written
        ? new Unit.Written(formulas.activation())
        : new Unit.Named(HIDDEN.get(random.nextInt(HIDDEN.size())));
  }

  private Initializer initializer() {
    return random.nextBoolean()
        ? Initializer.AUTO
        : Initializer.values()[random.nextInt(Initializer.values().length)];
  }
}
