package io.github.gradsmith.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No elementary function takes memory, whatever the way it goes, once the JVM is warm. */
@Isolated
class AllocationTest {
  private static final int CALLS = 20_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Every way through the functions: tiny, usual, large and huge, and what is no number. */
  private static final double[] POINTS = {
    0,
    -0.0,
    1e-310,
    1e-30,
    0.3,
    -0.7,
    Math.PI / 2,
    3,
    -20,
    700,
    -745.1,
    1e5,
    -1e8,
    1e30,
    1e300,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
  };

  /** Where results go, so that no call is dead code. */
  private static double consumed;

  private static Object kept;

  @ParameterizedTest
  @EnumSource
  void functionsOfOneNumber(ElementaryFunction f) {
    assertThat(allocated(f.ofDouble)).as("double").isZero();
    assertThat(allocated(x -> f.ofFloat.at((float) x))).as("float").isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-3, -0.5, 0, 1.7, 2, 1e300, Double.NaN, Double.POSITIVE_INFINITY})
  void powers(double y) {
    assertThat(allocated(x -> DoubleMath.pow(x, y))).as("double").isZero();
    assertThat(allocated(x -> FloatMath.pow((float) x, (float) y))).as("float").isZero();
  }

  @ParameterizedTest
  @ValueSource(classes = {DoubleMath.class, FloatMath.class})
  void theseAreAllFunctions(Class<?> type) {
    Stream<String> methods =
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .map(Method::getName);
    Stream<String> ofOneNumber =
        Arrays.stream(ElementaryFunction.values()).map(f -> f.name().toLowerCase(Locale.ROOT));
    assertThat(methods)
        .containsExactlyInAnyOrderElementsOf(Stream.concat(ofOneNumber, Stream.of("pow")).toList());
  }

  /** The measure itself: arrays of 8 bytes of content and 16 of header. */
  @Test
  void allocationsAreSeen() {
    DoubleUnaryOperator allocating =
        x -> {
          kept = new byte[8];
          return x;
        };
    assertThat(allocated(allocating)).isEqualTo(24L * CALLS);
  }

  /**
   * Bytes that this thread allocates in so many calls after as many to warm up. The JVM may
   * allocate a few itself when compiled code takes over, once: so it is the least of three runs.
   */
  private static long allocated(DoubleUnaryOperator function) {
    repeat(function);
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 3 && least > 0; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      repeat(function);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  private static void repeat(DoubleUnaryOperator function) {
    for (int i = 0; i < CALLS; i++) {
      consumed += function.applyAsDouble(POINTS[i % POINTS.length]);
    }
  }
}
