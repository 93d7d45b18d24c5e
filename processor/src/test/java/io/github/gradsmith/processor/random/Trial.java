package io.github.gradsmith.processor.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** A compiled network with parameters, data, and what the reference expects of it. */
final class Trial {
  final NetworkDescription network;
  final Samples samples;
  final double[] parameters;
  private final LoadedNetworks classes;
  private final Map<Batch, Gradient> gradients = new LinkedHashMap<>();

  Trial(LoadedNetworks classes, NetworkDescription network) {
    this.classes = classes;
    this.network = network;
    this.parameters = perturbed(create(network.name()).parameters());
    this.samples = new Samples(network, parameters);
  }

  /** Biases begin at 0, and weights of ZEROS, too: most networks are tried on others. */
  private double[] perturbed(double[] initial) {
    Random random = new Random(network.seed() + 1);
    if (random.nextInt(8) == 0) {
      return initial;
    }
    for (int i = 0; i < initial.length; i++) {
      initial[i] = (float) (initial[i] + 0.1 * random.nextGaussian());
    }
    return initial;
  }

  private Subject create(String name) {
    return Subject.of(classes.create(name, network.seed()));
  }

  /** An object of another class with these parameters. */
  Subject other(String name, double[] itsParameters) {
    Subject other = create(name);
    other.setParameters(itsParameters);
    return other;
  }

  /** The source of the class. */
  String source() {
    return classes.source(network.name());
  }

  /** A new object that runs the kernels it was compiled for. */
  Subject fresh() {
    return other(network.name(), parameters);
  }

  /** A new object that runs plain kernels. */
  Subject plain() {
    Subject plain = Subject.of(classes.createPlain(network.name(), network.seed()));
    if (!isPlain(plain)) {
      throw new AssertionError("SIMD kernels run though they are switched off");
    }
    plain.setParameters(parameters);
    return plain;
  }

  /** A new object of each kind of kernels that the class has. */
  List<Subject> kernels() {
    List<Subject> kernels = new ArrayList<>(List.of(fresh()));
    if (!isPlain(kernels.get(0))) {
      kernels.add(plain());
    }
    return kernels;
  }

  static boolean isPlain(Subject subject) {
    return subject.topology().kernels().equals("plain");
  }

  /** The reference's gradient of a mini-batch. */
  Gradient gradient(Batch batch) {
    return gradients.computeIfAbsent(batch, samples::gradient);
  }

  /** A mini-batch of one row. */
  Gradient gradient(int row) {
    return gradient(new Batch(row, 1));
  }

  /** A learning rate with which no step is larger than the parameters by far. */
  double rate(Gradient gradient) {
    double largest = 1;
    for (double value : gradient.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    double rate = Math.pow(10, -0.5 - 3 * new Random(network.seed() + 2).nextDouble()) / largest;
    return (float) rate;
  }

  /** Plain kernels give the same bits, SIMD kernels may add up in another order. */
  void assertSame(
      String what,
      Subject subject,
      double[] actual,
      double[] expected,
      Function<Pass, double[]> part) {
    if (isPlain(subject)) {
      Near.assertSame(what, actual, expected);
    } else {
      Near.assertNear(what, actual, expected, samples.tolerance(part));
    }
  }
}
