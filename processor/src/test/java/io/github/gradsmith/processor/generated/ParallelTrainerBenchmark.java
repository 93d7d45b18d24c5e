package io.github.gradsmith.processor.generated;

import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatParallelTrainer;
import io.github.gradsmith.internal.math.SeededRandom;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What a step on 256 samples costs for 784-128-64-10 in float: by the network alone, and by its
 * trainer with one thread and with two; printed and not judged. Rounds of all three alternate, so
 * that what else the machine does meets them alike. Its name keeps it out of the usual run; to run
 * it:
 *
 * <pre>{@code
 * mvn test -pl processor -am -Dtest=ParallelTrainerBenchmark -Dsurefire.failIfNoSpecifiedTests=false
 * }</pre>
 */
class ParallelTrainerBenchmark {
  private static final int ROWS = 4096;
  private static final int BATCH = 256;
  private static final int ROUNDS = 30;
  private static final int WARM_UP_ROUNDS = 8;
  private static final int STEPS = 100;

  private final float[][] inputs = new float[ROWS][784];
  private final float[][] targets = new float[ROWS][10];
  private int from;

  ParallelTrainerBenchmark() {
    SeededRandom random = new SeededRandom(1);
    for (int s = 0; s < ROWS; s++) {
      for (int i = 0; i < 784; i++) {
        inputs[s][i] = (float) random.nextDouble();
      }
      targets[s][s % 10] = 1;
    }
  }

  @Test
  void step() {
    CompiledNetworks networks =
        CompiledNetworks.builder()
            .add("Mid", "FloatNetwork", "layers = {784, 128, 64, 10}, activation = RELU")
            .compile();
    measure(networks.floats("Mid", 1));
  }

  private void measure(FloatNetwork network) {
    try (FloatParallelTrainer one = new FloatParallelTrainer(network, 1);
        FloatParallelTrainer two = new FloatParallelTrainer(network, 2)) {
      Map<String, Runnable> steps = new LinkedHashMap<>();
      steps.put("network", () -> network.train(inputs, targets, from, from + BATCH, 1e-3f));
      steps.put("1 thread", () -> one.train(inputs, targets, from, from + BATCH, 1e-3f));
      steps.put("2 threads", () -> two.train(inputs, targets, from, from + BATCH, 1e-3f));
      Map<String, double[]> times = new LinkedHashMap<>();
      steps.keySet().forEach(name -> times.put(name, new double[ROUNDS]));
      for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
        for (Map.Entry<String, Runnable> step : steps.entrySet()) {
          double time = time(step.getValue());
          if (round >= 0) {
            times.get(step.getKey())[round] = time;
          }
        }
      }
      times.forEach(ParallelTrainerBenchmark::print);
    }
  }

  /** Microseconds a step. */
  private double time(Runnable step) {
    long start = System.nanoTime();
    for (int i = 0; i < STEPS; i++) {
      from = (from + BATCH) % (ROWS - BATCH);
      step.run();
    }
    return (System.nanoTime() - start) / 1e3 / STEPS;
  }

  private static void print(String name, double[] times) {
    Arrays.sort(times);
    System.out.printf(
        "%-10s best %.0f, median %.0f microseconds%n", name, times[0], times[ROUNDS / 2]);
  }
}
