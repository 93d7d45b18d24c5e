package io.github.gradsmith.internal.warm;

import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;

/**
 * Calls a network until the JVM has compiled its methods for good. There is no portable way to ask
 * the compiler, so this looks at the clock: as long as its methods get faster, more are being
 * compiled.
 */
public final class WarmUp {
  /** As many calls make HotSpot's last compiler take a method without loops, at the latest. */
  private static final int LEAST_PASSES = 15_000;

  /** A larger network has loops, which count as calls do: after this time fewer calls suffice. */
  private static final long ENOUGH = 1_000_000_000L;

  /** Those fewer: HotSpot takes no method of less than 600 calls for good. */
  private static final int LEAST_PASSES_WITH_LOOPS = 12 * SampleRows.PASSES;

  /** Longer than the compiler needs for one method of a usual network. */
  private static final long PATIENCE = 300_000_000L;

  /** Rounds that must not have been faster, however long they take. */
  private static final int PATIENT_ROUNDS = 3;

  /** Where the compiler needs longer than this, the rest is left to the usual course. */
  private static final long LIMIT = 10_000_000_000L;

  /** What counts as faster. */
  private static final double PROGRESS = 0.95;

  /** Every method of a network, in passes. */
  interface Calls {
    /** Calls of a pass. */
    int count();

    /** Makes one call of pass {@code pass} of a round. */
    void make(int call, int pass);
  }

  private WarmUp() {}

  /**
   * Warms up the class of a predictor, whose parameters are changed.
   *
   * @param indices blocks of values of an input that are indices, as {@link SampleRows} takes them
   */
  public static void predictor(FloatPredictor predictor, int... indices) {
    repeat(new FloatCalls(predictor, null, indices));
  }

  /**
   * Warms up the class of a network, whose parameters and optimizer state are changed.
   *
   * @param indices blocks of values of an input that are indices, as {@link SampleRows} takes them
   */
  public static void network(FloatNetwork network, int... indices) {
    repeat(new FloatCalls(network, network, indices));
  }

  /** As {@link #predictor(FloatPredictor, int...)}. */
  public static void predictor(DoublePredictor predictor, int... indices) {
    repeat(new DoubleCalls(predictor, null, indices));
  }

  /** As {@link #network(FloatNetwork, int...)}. */
  public static void network(DoubleNetwork network, int... indices) {
    repeat(new DoubleCalls(network, network, indices));
  }

  private static void repeat(Calls calls) {
    long start = System.nanoTime();
    long now = start;
    long best = Long.MAX_VALUE;
    long bestAt = start;
    int since = 0;
    for (int passes = 0; now - start < LIMIT; passes += SampleRows.PASSES) {
      if (enough(passes, now - start) && since >= PATIENT_ROUNDS && now - bestAt > PATIENCE) {
        return;
      }
      long roundStart = now;
      now = round(calls, start + LIMIT);
      since++;
      if (now - roundStart < PROGRESS * best) {
        best = now - roundStart;
        bestAt = now;
        since = 0;
      }
    }
  }

  private static boolean enough(int passes, long nanoseconds) {
    return passes >= LEAST_PASSES || passes >= LEAST_PASSES_WITH_LOOPS && nanoseconds > ENOUGH;
  }

  /** Returns the time after the round, or once it is {@code end}. */
  private static long round(Calls calls, long end) {
    long now = System.nanoTime();
    for (int pass = 0; pass < SampleRows.PASSES; pass++) {
      for (int call = 0; call < calls.count() && now - end < 0; call++) {
        calls.make(call, pass);
        now = System.nanoTime();
      }
    }
    return now;
  }
}
