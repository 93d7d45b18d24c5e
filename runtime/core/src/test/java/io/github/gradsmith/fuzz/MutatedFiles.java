package io.github.gradsmith.fuzz;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.WeightsException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Loads mutated files into a network and judges what happens: a file is loaded, or refused by a
 * {@link WeightsException} with the network as it was, to the bit; either way little memory is
 * taken, however much the file claims.
 *
 * <p>How many files, and the seed of the first one, are system properties of the tests.
 */
public final class MutatedFiles {
  private static final long MOST_BYTES = 64L << 20;

  /** Makes a file, the same for the same random numbers. */
  public interface Mutation {
    /** The bytes of a file. */
    byte[] file(Random random) throws IOException;
  }

  /** What a file is loaded into. */
  public interface Target {
    /** Loads a file. */
    void load(byte[] file) throws IOException;

    /** All numbers that a file could change, as bits. */
    long[] bits();
  }

  private MutatedFiles() {}

  /**
   * Runs the files of this build.
   *
   * @return the share of them that was refused
   */
  public static double refused(Class<?> test, Mutation mutation, Target target) {
    int files = Integer.getInteger("fuzz.files", 500);
    long first = firstSeed(test);
    int refused = 0;
    for (int k = 0; k < files; k++) {
      try {
        refused += isRefused(mutation, target, first + k) ? 1 : 0;
      } catch (IOException | RuntimeException | Error e) {
        throw new AssertionError(replay(test, first + k), e);
      }
    }
    return (double) refused / files;
  }

  /** The seed as written, a fixed one if none is, and another one each time if it is "fresh". */
  private static long firstSeed(Class<?> test) {
    String seed = System.getProperty("fuzz.seed", "");
    if (!seed.equals("fresh")) {
      return seed.isEmpty() ? 1 : Long.parseLong(seed);
    }
    long fresh = new SplittableRandom().nextLong(1L << 40);
    System.out.println(test.getSimpleName() + " begins with the seed " + fresh);
    return fresh;
  }

  private static String replay(Class<?> test, long seed) {
    return "file of seed "
        + seed
        + "; again: mvn -pl runtime/core test -Dtest="
        + test.getSimpleName()
        + " -Dfuzz.files=1 -Dfuzz.seed="
        + seed;
  }

  private static boolean isRefused(Mutation mutation, Target target, long seed) throws IOException {
    // Neighbouring seeds of Random begin alike.
    byte[] file = mutation.file(new Random(new SplittableRandom(seed).nextLong()));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] before = target.bits();
    boolean refused = false;
    long allocated = threads.getCurrentThreadAllocatedBytes();
    try {
      target.load(file);
    } catch (WeightsException e) {
      refused = true;
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("it was refused without a reason", e);
      }
    }
    allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
    if (allocated > MOST_BYTES) {
      throw new AssertionError(allocated + " bytes were allocated");
    }
    if (refused && !Arrays.equals(before, target.bits())) {
      throw new AssertionError("it was refused, but the network has changed");
    }
    return refused;
  }
}
