package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.DoubleNetwork;
import io.github.gradsmith.DoublePredictor;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatPredictor;
import io.github.gradsmith.Published;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Networks that answer while others are published. */
@Isolated
class PublishedTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long CALLS = Long.getLong("stress.calls", 400_000);
  private static final int PUBLICATIONS = Integer.getInteger("stress.publications", 200);
  private static final int READERS = 4;

  /** Calls after which a reader says how far it is. */
  private static final int STRIDE = 500;

  private static final double[] X = {0.3, -0.7};

  private static CompiledNetworks networks;

  @BeforeAll
  static void compile() {
    String layers = "layers = {2, 3, 3}, activation = {TANH, IDENTITY}";
    networks =
        CompiledNetworks.builder()
            .add("Float", "FloatNetwork", layers)
            .add("Double", "DoubleNetwork", layers, "@Adam")
            .add("FloatOnly", "FloatPredictor", layers)
            .add("DoubleOnly", "DoublePredictor", layers)
            .compile();
  }

  /**
   * Parameters whose first output is the number of the generation, whatever the input; the others
   * depend on all parameters.
   */
  private static double[] generation(int number, int count) {
    double[] parameters = new double[count];
    for (int i = 0; i < count; i++) {
      parameters[i] = Math.sin(number + 17.0 * i);
    }
    int ofLast = count - 12; // w[0], w[1], w[2], b of three outputs of three inputs each
    for (int i = 0; i < 3; i++) {
      parameters[ofLast + i] = 0;
    }
    parameters[count - 3] = number;
    return parameters;
  }

  /** Every answer is one generation's, to the bit, and no older than the newest seen before. */
  @Test
  void everyAnswerBelongsToOneGeneration() throws Exception {
    DoubleNetwork learner = networks.doubles("Double", 1);
    int count = learner.parameterCount();
    double[][] expected = new double[PUBLICATIONS + 1][3];
    DoubleNetwork reference = networks.doubles("Double", 2);
    for (int number = 0; number <= PUBLICATIONS; number++) {
      reference.setParameters(generation(number, count));
      reference.forward(X, expected[number]);
      assertThat(expected[number][0]).isEqualTo(number);
    }
    learner.setParameters(generation(0, count));
    Published<DoubleNetwork> published = Published.of(learner, 2);
    AtomicInteger newest = new AtomicInteger();
    AtomicLong calls = new AtomicLong();
    ExecutorService pool = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        boolean borrows = reader == 0;
        readers.add(pool.submit(() -> read(published, borrows, newest, calls, expected)));
      }
      for (int number = 1; number <= PUBLICATIONS; number++) {
        while (calls.get() < (CALLS - CALLS / 10) * number / PUBLICATIONS && alive(readers)) {
          LockSupport.parkNanos(20_000);
        }
        learner.setParameters(generation(number, count));
        published.publish(learner);
        newest.set(number);
        learner.setParameters(new double[count]); // what is published is a copy
      }
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).as("generations seen").isGreaterThan(1);
      }
    } finally {
      pool.shutdownNow();
    }
    published.get().forward(X, expected[0]);
    assertThat(expected[0]).isEqualTo(expected[PUBLICATIONS]);
  }

  private static boolean alive(List<Future<Integer>> readers) {
    return readers.stream().anyMatch(reader -> !reader.isDone());
  }

  private static int read(
      Published<DoubleNetwork> published,
      boolean borrows,
      AtomicInteger newest,
      AtomicLong calls,
      double[][] expected) {
    double[] output = new double[3];
    int last = 0;
    int seen = 1;
    for (long call = 0; call < CALLS / READERS; call++) {
      int least = newest.get();
      if (borrows) {
        published.with(
            network -> {
              network.forward(X, output);
              return null;
            });
      } else {
        published.get().forward(X, output);
      }
      int number = (int) output[0];
      double[] row = expected[number];
      if (output[0] != row[0] || output[1] != row[1] || output[2] != row[2]) {
        throw new AssertionError("an answer of no generation, near " + number);
      }
      if (number < Math.max(least, last)) {
        throw new AssertionError("generation " + number + " after " + Math.max(least, last));
      }
      seen += number == last ? 0 : 1;
      last = number;
      if (call % STRIDE == STRIDE - 1) {
        calls.addAndGet(STRIDE);
      }
    }
    return seen;
  }

  @Test
  void getAllocatesNothingUntilTheNextPublication() {
    FloatNetwork learner = networks.floats("Float", 1);
    Published<FloatNetwork> published = Published.of(learner);
    FloatNetwork first = published.get();
    long least = Long.MAX_VALUE;
    for (int run = 0; least > 0 && run < 2000; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 1000; i++) {
        if (published.get() != first) {
          throw new AssertionError("another replica without a publication");
        }
      }
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
    published.publish(learner);
    assertThat(published.get()).isNotSameAs(first).hasSameClassAs(first);
  }

  @Test
  void everyKindIsPublished() {
    float[] x = {0.3f, -0.7f};
    FloatPredictor floats = networks.create("FloatOnly", 1, FloatPredictor.class);
    DoublePredictor doubles = networks.create("DoubleOnly", 1, DoublePredictor.class);
    Published<FloatPredictor> ofFloats = Published.of(floats);
    Published<DoublePredictor> ofDoubles = Published.of(doubles, 1);
    float[] y = floats.forward(x);
    double[] z = doubles.forward(X);
    floats.setParameters(new float[floats.parameterCount()]);
    doubles.setParameters(new double[doubles.parameterCount()]);
    assertThat(ofFloats.get().forward(x)).isEqualTo(y);
    assertThat(ofDoubles.<double[]>with(network -> network.forward(X))).isEqualTo(z);
    ofFloats.publish(floats);
    ofDoubles.publish(doubles);
    assertThat(ofFloats.<float[]>with(network -> network.forward(x))).isEqualTo(new float[3]);
    assertThat(ofDoubles.get().forward(X)).isEqualTo(new double[3]);
  }

  /** No two users have one network at a time, and it comes back if its use fails. */
  @Test
  @Timeout(60)
  void asManyAreLentAsWereAskedFor() throws Exception {
    Published<FloatNetwork> published = Published.of(networks.floats("Float", 1), 2);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(
              () ->
                  published.with(
                      network -> {
                        throw new IllegalStateException("used up");
                      }))
          .hasMessage("used up");
    }
    Set<FloatNetwork> lent = ConcurrentHashMap.newKeySet();
    AtomicInteger most = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(6);
    CountDownLatch begin = new CountDownLatch(6);
    List<Future<?>> users = new ArrayList<>();
    for (int user = 0; user < 6; user++) {
      users.add(
          pool.submit(
              () -> {
                begin.countDown();
                begin.await();
                for (int i = 0; i < 200; i++) {
                  published.with(
                      network -> {
                        assertThat(lent.add(network)).as("lent to one at a time").isTrue();
                        most.accumulateAndGet(lent.size(), Math::max);
                        LockSupport.parkNanos(1000);
                        return lent.remove(network);
                      });
                }
                return null;
              }));
    }
    for (Future<?> user : users) {
      user.get();
    }
    pool.shutdown();
    assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(most.get()).isLessThanOrEqualTo(2);
    assertThatThrownBy(() -> Published.of(networks.floats("Float", 1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("lent is 0, expected at least 1");
  }

  /** From JDK 21 on. */
  @Test
  @Timeout(60)
  void virtualThreadsBorrow() throws Exception {
    ExecutorService pool = null;
    try {
      pool =
          (ExecutorService)
              Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (NoSuchMethodException e) {
      Assumptions.abort("this JDK has no virtual threads");
    }
    FloatNetwork learner = networks.floats("Float", 1);
    Published<FloatNetwork> published = Published.of(learner, 2);
    float[] x = {1, 2};
    float[] expected = learner.forward(x);
    List<Future<float[]>> answers = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      answers.add(pool.submit(() -> published.with(network -> network.forward(x))));
    }
    for (Future<float[]> answer : answers) {
      assertThat(answer.get()).isEqualTo(expected);
    }
    assertThat(pool.submit(() -> refusal(published)).get())
        .isEqualTo("virtual threads own no networks: call with(network -> …)");
    pool.shutdown();
  }

  private static String refusal(Published<FloatNetwork> published) {
    try {
      return published.get().toString();
    } catch (IllegalStateException e) {
      return e.getMessage();
    }
  }
}
