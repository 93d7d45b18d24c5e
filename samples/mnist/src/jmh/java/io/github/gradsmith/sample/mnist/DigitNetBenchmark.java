package io.github.gradsmith.sample.mnist;

import io.github.gradsmith.Batches;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds a sample: the generated network against naive loops, on the same real digits. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DigitNetBenchmark {
  static final int SAMPLES = 1000;
  private static final int BATCH = 10;
  private static final float RATE = 3;

  private final float[] output = new float[Digits.CLASSES];
  private float[][] images;
  private float[][] targets;
  private DigitNet generated;
  private NaiveNet naive;

  /** Both networks start from the same weights. */
  @Setup
  public void prepare() throws IOException {
    Digits digits = Digits.test(DataSource.bundled());
    images = Arrays.copyOf(digits.images(), SAMPLES);
    targets = Batches.oneHot(Arrays.copyOf(digits.labels(), SAMPLES), Digits.CLASSES);
    generated = DigitNet.create(1);
    naive = new NaiveNet(generated);
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public float forwardGenerated() {
    float sum = 0;
    for (float[] image : images) {
      generated.forward(image, output);
      sum += output[0];
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public float forwardNaive() {
    float sum = 0;
    for (float[] image : images) {
      naive.forward(image, output);
      sum += output[0];
    }
    return sum;
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public float trainGenerated() {
    float loss = 0;
    for (int from = 0; from < SAMPLES; from += BATCH) {
      loss += generated.train(images, targets, from, from + BATCH, RATE);
    }
    return loss;
  }

  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public float trainNaive() {
    float loss = 0;
    for (int from = 0; from < SAMPLES; from += BATCH) {
      loss += naive.train(images, targets, from, from + BATCH, RATE);
    }
    return loss;
  }
}
