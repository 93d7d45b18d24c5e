package io.github.gradsmith.processor.random;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Loss;
import io.github.gradsmith.processor.model.OptimizerChoice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Makes a network smaller and simpler while the same check fails. */
final class Shrinker {
  private static final int MOST_ROUNDS = 25;
  private static final long MOST_NANOS = 180_000_000_000L;

  private int names;

  /** The smallest failure found; in every round all steps are compiled together. */
  Finding shrink(Finding finding) {
    return shrink(finding, new Trials(finding.check()::equals)::run);
  }

  /**
   * Likewise.
   *
   * @param trials what does not hold of networks
   */
  Finding shrink(Finding finding, Function<List<NetworkDescription>, List<Finding>> trials) {
    long end = System.nanoTime() + MOST_NANOS;
    Finding smallest = finding;
    for (int round = 0; round < MOST_ROUNDS && System.nanoTime() < end; round++) {
      Optional<Finding> smaller =
          trials.apply(simpler(smallest.network())).stream()
              .filter(found -> found.check().equals(finding.check()))
              .min(Comparator.comparingLong(found -> size(found.network())));
      if (smaller.isEmpty()) {
        break;
      }
      smallest = smaller.get();
    }
    return smallest;
  }

  private static long size(NetworkDescription network) {
    return network.weights()
        + 100L * network.depth()
        + network.widths().stream().mapToInt(width -> width).sum()
        + network.units().stream().filter(unit -> !isIdentity(unit)).count() * 20
        + (network.objective().is(Loss.HALF_SQUARED_ERROR) ? 0 : 50)
        + (network.optimizer().equals(OptimizerChoice.PLAIN) ? 0 : 50)
        + (network.inputs() == InputKind.USUAL ? 0 : 20)
        + network.batches().stream().mapToInt(batch -> batch.to() + 1).sum();
  }

  private List<NetworkDescription> simpler(NetworkDescription network) {
    List<NetworkDescription> steps = new ArrayList<>(List.of(plainest(network)));
    network
        .layers()
        .ifPresent(
            graph ->
                GraphSteps.of(graph)
                    .forEach(step -> steps.add(network.withGraph(name(network), step))));
    for (int layer = 0; layer <= network.depth() && !network.isGraph(); layer++) {
      withoutLayer(network, layer).ifPresent(steps::add);
      int width = network.widths().get(layer);
      for (int smaller : new int[] {1, width / 2, width - 1}) {
        if (smaller > 0 && smaller < width) {
          steps.add(withWidth(network, layer, smaller));
        }
      }
    }
    for (int l = 0; l < network.depth() && !network.isGraph(); l++) {
      if (!isIdentity(network.units().get(l))) {
        steps.add(withIdentity(network, l));
      }
    }
    steps.add(network.withTraining(name(network), squaredError(), network.optimizer()));
    steps.add(network.withTraining(name(network), network.objective(), OptimizerChoice.PLAIN));
    steps.add(network.withData(name(network), network.batches(), InputKind.USUAL));
    fewerRows(network)
        .forEach(batches -> steps.add(network.withData(name(network), batches, network.inputs())));
    return steps.stream()
        .filter(Shrinker::isValid)
        .filter(step -> size(step) < size(network))
        .toList();
  }

  /** Of the same widths, with as little else as can be: often a fault is one of widths. */
  private NetworkDescription plainest(NetworkDescription network) {
    NetworkDescription plain = network;
    for (int l = 0; l < network.depth() && !network.isGraph(); l++) {
      plain = withIdentity(plain, l);
    }
    return plain
        .withTraining(name(network), squaredError(), OptimizerChoice.PLAIN)
        .withData(name(network), List.of(new Batch(0, 2)), InputKind.USUAL);
  }

  private static List<List<Batch>> fewerRows(NetworkDescription network) {
    List<List<Batch>> fewer = new ArrayList<>();
    for (Batch batch : network.batches()) {
      fewer.add(List.of(batch));
      fewer.add(List.of(new Batch(0, batch.size())));
      fewer.add(List.of(new Batch(0, (batch.size() + 1) / 2)));
      fewer.add(List.of(new Batch(0, Math.max(1, batch.size() - 1))));
    }
    return fewer;
  }

  private Optional<NetworkDescription> withoutLayer(NetworkDescription network, int layer) {
    if (network.depth() == 1) {
      return Optional.empty();
    }
    List<Integer> widths = new ArrayList<>(network.widths());
    List<Unit> units = new ArrayList<>(network.units());
    widths.remove(layer);
    units.remove(Math.max(0, layer - 1));
    return Optional.of(network.withShape(name(network), widths, units));
  }

  private NetworkDescription withWidth(NetworkDescription network, int layer, int width) {
    List<Integer> widths = new ArrayList<>(network.widths());
    widths.set(layer, width);
    return network.withShape(name(network), widths, network.units());
  }

  private NetworkDescription withIdentity(NetworkDescription network, int l) {
    List<Unit> units = new ArrayList<>(network.units());
    units.set(
        l,
        network.hasFormulas()
            ? new Unit.Written(new Term.Variable("z"))
            : new Unit.Named(Activation.IDENTITY));
    return network.withShape(name(network), network.widths(), units);
  }

  private static boolean isIdentity(Unit unit) {
    return unit.text().equals("IDENTITY") || unit.text().equals("\"z\"");
  }

  private static Objective squaredError() {
    return new Objective.Named(Loss.HALF_SQUARED_ERROR);
  }

  private String name(NetworkDescription network) {
    return "S" + network.seed() + "x" + names++;
  }

  /** Whether loss and last activation go together. */
  private static boolean isValid(NetworkDescription network) {
    Unit last = network.last();
    boolean softmax = last.isSoftmax() || last.isLogSoftmax();
    if (softmax && network.outputStep() == 1) {
      return false;
    }
    if (IntStream.range(0, network.depth() - 1)
        .mapToObj(network.units()::get)
        .anyMatch(unit -> unit.isSoftmax() || unit.isLogSoftmax())) {
      return false;
    }
    boolean sigmoid = last.text().equals("SIGMOID") || last.text().equals("\"sigmoid(z)\"");
    return (!network.objective().is(Loss.CROSS_ENTROPY) || softmax)
        && (!network.objective().is(Loss.BINARY_CROSS_ENTROPY) || sigmoid);
  }
}
