package io.github.gradsmith.processor.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;

/**
 * Runs kernels until they are compiled, in a JVM that has the Vector API, and prints for each:
 * name, bytes allocated by some hundred calls, best time of a call in nanoseconds.
 */
final class SimdSpeed {
  private static final int NUMBERS = 320;
  private static final int CALLS = 200;
  private static final int ROUNDS = 30;

  /** For kernels that HotSpot is still compiling. */
  private static final int MOST_ROUNDS = 1_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private SimdSpeed() {}

  public static void main(String[] names) throws Throwable {
    for (String name : names) {
      String type = name.substring(0, name.lastIndexOf('.'));
      Class<?> companion = Class.forName(type);
      Class<?> array = type.contains("Float") ? float[].class : double[].class;
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(companion, MethodHandles.lookup());
      String method = name.substring(name.lastIndexOf('.') + 1);
      MethodType signature = MethodType.methodType(void.class, array, array, int.class);
      MethodHandle handle = lookup.findStatic(companion, method, signature);
      System.out.println(
          name + " " + measure(handle, type.contains("Float"), method.endsWith("Slope")));
    }
  }

  private static String measure(MethodHandle handle, boolean isFloat, boolean isSlope)
      throws Throwable {
    long best = Long.MAX_VALUE;
    long allocated = Long.MAX_VALUE;
    float[] floats = new float[NUMBERS];
    double[] doubles = new double[NUMBERS];
    for (int i = 0; i < NUMBERS; i++) {
      doubles[i] = -4 + 8.0 * i / NUMBERS;
      floats[i] = (float) doubles[i];
    }
    Object source = isFloat ? floats : doubles;
    Object target = isFloat ? floats.clone() : doubles.clone();
    for (int round = 0; round < ROUNDS || allocated > 0 && round < MOST_ROUNDS; round++) {
      long memory = THREADS.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      for (int i = 0; i < CALLS; i++) {
        if (isSlope) { // else the products would underflow in time
          System.arraycopy(source, 0, target, 0, NUMBERS);
        }
        if (isFloat && isSlope) {
          handle.invokeExact((float[]) target, (float[]) source, NUMBERS);
        } else if (isFloat) {
          handle.invokeExact((float[]) source, (float[]) target, NUMBERS);
        } else if (isSlope) {
          handle.invokeExact((double[]) target, (double[]) source, NUMBERS);
        } else {
          handle.invokeExact((double[]) source, (double[]) target, NUMBERS);
        }
      }
      best = Math.min(best, System.nanoTime() - start);
      allocated = Math.min(allocated, THREADS.getCurrentThreadAllocatedBytes() - memory);
    }
    return allocated + " " + best / (double) CALLS;
  }
}
