package io.github.gradsmith.sample.benchmarks.sweep;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.sample.benchmarks.contender.FloatSamples;
import io.github.gradsmith.sample.benchmarks.contender.NaiveFloat;
import io.github.gradsmith.sample.benchmarks.report.Median;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures one shape in a JVM of its own: no other network has left its mark on HotSpot's profiles,
 * and no compilation waits for those of others. The JVM is to run with {@code -Xbatch}, so that a
 * call that is due for the second compiler waits for it.
 */
final class Trial {
  static final float RATE = 0.1f;

  private static final int BATCH = 10;

  /** HotSpot's second compiler takes a method after 5,000 calls, or after 600 with loops. */
  private static final int ENOUGH_CALLS = 6_000;

  private static final int MOST_CALLS = 100_000;
  private static final long ENOUGH_NANOSECONDS = 500_000_000;

  /** Large shapes are compiled in the middle of their loops; this is time enough for that. */
  private static final long MOST_NANOSECONDS = 1_000_000_000;

  private static final int PORTION = 10;
  private static final long ROUND_NANOSECONDS = 5_000_000;

  private Trial() {}

  /** Prints a {@link TrialResult}; the arguments are inputs, outputs and rounds. */
  public static void main(String[] arguments) throws ReflectiveOperationException {
    Shape shape = new Shape(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    System.out.println(run(network(shape), shape, Integer.parseInt(arguments[2])).csv());
  }

  private static FloatNetwork network(Shape shape) throws ReflectiveOperationException {
    FloatNetwork network =
        Class.forName(ShapeCompiler.PACKAGE + "." + shape.interfaceName() + "Impl")
            .asSubclass(FloatNetwork.class)
            .getConstructor(long.class)
            .newInstance(1L);
    network.warmUp(); // in the interpreter a SIMD kernel takes milliseconds, and a second is over
    return network;
  }

  private static TrialResult run(FloatNetwork network, Shape shape, int rounds) {
    FloatSamples samples = new FloatSamples(shape.inputs(), shape.outputs(), BATCH);
    float[] parameters = new float[network.parameterCount()];
    network.getParameters(parameters);
    NaiveFloat naive = new NaiveFloat(new int[] {shape.inputs(), shape.outputs()}, parameters);
    Timed own = new TimedGenerated(network, samples);
    Timed loops = new TimedNaive(naive, samples);
    double[] forward = medians(own::forward, loops::forward, rounds);
    double[] train = medians(own::train, loops::train, rounds);
    String kernels = network.topology().kernels();
    return new TrialResult(kernels, forward[0], forward[1], train[0], train[1]);
  }

  /** Some calls, timed as a whole. */
  private interface Calls {
    long nanoseconds(int calls);
  }

  /** Nanoseconds a call of both, measured in turns after both are warm. */
  private static double[] medians(Calls own, Calls naive, int rounds) {
    warmUp(own);
    warmUp(naive);
    int ownCalls = callsOfARound(own);
    int naiveCalls = callsOfARound(naive);
    List<Double> ownTimes = new ArrayList<>();
    List<Double> naiveTimes = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ownTimes.add((double) own.nanoseconds(ownCalls) / ownCalls);
      naiveTimes.add((double) naive.nanoseconds(naiveCalls) / naiveCalls);
    }
    return new double[] {Median.of(ownTimes), Median.of(naiveTimes)};
  }

  /** In small portions, so that the timed loop itself is called often enough to be compiled. */
  private static void warmUp(Calls calls) {
    long nanoseconds = 0;
    int done = 0;
    while (!warm(done, nanoseconds)) {
      int portion = nanoseconds > done * 100_000L ? 1 : PORTION;
      nanoseconds += calls.nanoseconds(portion);
      done += portion;
    }
  }

  private static boolean warm(int calls, long nanoseconds) {
    return calls >= MOST_CALLS
        || calls >= ENOUGH_CALLS && nanoseconds >= ENOUGH_NANOSECONDS
        || nanoseconds >= MOST_NANOSECONDS;
  }

  private static int callsOfARound(Calls calls) {
    int count = 1;
    while (calls.nanoseconds(count) < ROUND_NANOSECONDS) {
      count *= 2;
    }
    return count;
  }
}
