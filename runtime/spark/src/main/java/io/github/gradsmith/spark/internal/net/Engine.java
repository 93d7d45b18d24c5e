package io.github.gradsmith.spark.internal.net;

import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Topology;
import io.github.gradsmith.training.BlockGradient;
import io.github.gradsmith.training.Fit;
import io.github.gradsmith.training.Stop;
import java.util.List;

/** A network that is asked and trained with doubles, whatever its precision; of one thread. */
public abstract class Engine {
  private final String name;

  Engine(String name) {
    this.name = name;
  }

  /** A network as its constructor with a seed makes it. */
  public static Engine create(String name, long seed) {
    Object network = Classes.create(name, seed);
    if (network instanceof FloatPredictor floats) {
      return new FloatEngine(name, floats);
    }
    return new DoubleEngine(name, (DoublePredictor) network);
  }

  /** A network with the weights of a file. */
  public static Engine load(String name, byte[] weights) {
    Engine engine = create(name, 0);
    engine.load(weights);
    return engine;
  }

  /** The name of the network's interface. */
  public final String name() {
    return name;
  }

  /** The network itself. */
  public abstract Object network();

  /** What it is. */
  public abstract Topology topology();

  /** Values in a row of input. */
  public abstract int inputs();

  /** Values in a row of output. */
  public abstract int outputs();

  /** Replaces the weights by those of a file. */
  abstract void load(byte[] weights);

  /** The weights as a file. */
  public abstract byte[] save();

  /** The outputs of a row, whose numbers are rounded to the network's precision first. */
  public abstract void forward(double[] input, double[] output);

  /** Outputs of {@link #forward} as an array in the network's precision. */
  public abstract Object outputs(double[] outputs);

  /** As {@link #forward}, and the weighted sums of the last layer. */
  public abstract void trace(double[] input, double[] z, double[] output);

  /** Trains on rows, all of which are here. */
  public abstract void fit(Fit fit, List<Sample> samples);

  /** The mean loss of rows. */
  public abstract double loss(List<Sample> samples);

  /** Gets rows ready for {@link #part}. */
  public abstract Group group(int number, List<Sample> samples);

  /** What a group adds to the gradient. */
  public abstract BlockGradient.Part part(BlockGradient blocks, Group group);

  /** A step on the gradient of all parts; the mean loss before it. */
  public abstract double step(BlockGradient blocks, List<BlockGradient.Part> parts, double rate);

  /**
   * Refuses what only predicts.
   *
   * @throws IllegalArgumentException if it has no training methods
   */
  public abstract void requireTrainable();

  final IllegalArgumentException predictor() {
    return new IllegalArgumentException(
        name
            + " is a predictor, which cannot be trained. Let it extend FloatNetwork or"
            + " DoubleNetwork");
  }

  static void requireFinite(Stop stop, String name) {
    if (stop == Stop.NOT_FINITE) {
      throw new IllegalStateException(
          "training " + name + " gave a number that is not finite: lower stepSize, scale the rows");
    }
  }
}
