package io.github.gradsmith.processor.generated;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.internal.math.SeededRandom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The first calls of a 784-30-10 network in a new JVM with and without warming up, and later ones;
 * printed and not judged. Its name keeps it out of the usual run; to run it:
 *
 * <pre>{@code
 * mvn test -pl processor -am -Dtest=WarmUpBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 */
class WarmUpBenchmark {
  private static final int FORKS = 5;
  private static final int CALLS = 20_000;

  @TempDir private Path folder;

  @Test
  void digits() throws IOException, InterruptedException {
    CompiledNetworks networks =
        CompiledNetworks.builder()
            .add("Digit", "FloatNetwork", "layers = {784, 30, 10}, activation = SIGMOID")
            .compile();
    ForkedJvm jvm = new ForkedJvm(networks, folder);
    for (int fork = 0; fork < FORKS; fork++) {
      for (String kind : List.of("cold", "warm")) {
        for (Path jdk : ForkedJvm.jdks()) {
          jvm.run(jdk, List.of(), Run.class, kind)
              .forEach(line -> System.out.println(jdk.getFileName() + ": " + line));
        }
      }
    }
  }

  /** Main class: calls a network that is warm or cold, as the argument says. */
  public static final class Run {
    private Run() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
      FloatNetwork network =
          (FloatNetwork) Class.forName("demo.DigitImpl").getConstructor(long.class).newInstance(1L);
      long start = System.nanoTime();
      if (arguments[0].equals("warm")) {
        network.warmUp();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      float[][] x = rows(network.inputSize());
      float[][] t = rows(network.outputSize());
      float[] y = new float[network.outputSize()];
      String forward = times(() -> network.forward(x[0], y));
      String train = times(() -> network.train(x, t, 0, 10, 0.1f));
      System.out.printf(
          "%s in %.2f s; forward %s; train on 10 %s%n", arguments[0], seconds, forward, train);
    }

    private static float[][] rows(int width) {
      SeededRandom random = new SeededRandom(width);
      float[][] rows = new float[10][width];
      for (float[] row : rows) {
        for (int i = 0; i < width; i++) {
          row[i] = (float) Math.max(0, 5 * random.nextDouble() - 4);
        }
      }
      return rows;
    }

    private static String times(Runnable call) {
      double[] times = new double[CALLS];
      for (int i = 0; i < CALLS; i++) {
        long start = System.nanoTime();
        call.run();
        times[i] = (System.nanoTime() - start) / 1e3;
      }
      double first = times[0];
      double next = Arrays.stream(times, 1, 101).average().orElseThrow();
      double[] last = Arrays.copyOfRange(times, CALLS / 2, CALLS);
      Arrays.sort(last);
      return String.format(
          "first %.1f, next 100 mean %.1f, steady median %.1f us", first, next, last[CALLS / 4]);
    }
  }
}
