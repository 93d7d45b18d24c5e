package io.github.gradsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.internal.parallel.DoubleParallelStep;
import io.github.gradsmith.internal.parallel.DoubleStepSource;
import io.github.gradsmith.internal.parallel.FloatParallelStep;
import io.github.gradsmith.internal.parallel.FloatStepSource;
import io.github.gradsmith.internal.parallel.ThreadTeamTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a trainer, its network and its threads when something goes wrong. */
@Timeout(60)
@Isolated
class ParallelTrainerFaultsTest {
  private static final float[][] ROWS = new float[40][2];
  private static final double[][] DOUBLE_ROWS = new double[40][2];

  /** The row at which a gradient fails. */
  private int failing = -1;

  private int updates;

  /** Networks whose gradient is the mean of row numbers. */
  private class Floats extends PlainFloatNetwork {
    Floats() {
      super(2, 2);
    }

    @Override
    public float gradient(float[][] inputs, float[][] targets, int from, int to, float[] g) {
      float mean = (from + to - 1) / 2f;
      java.util.Arrays.fill(g, mean);
      return fail(from, to, mean);
    }

    @Override
    public float loss(float[][] inputs, float[][] targets, int from, int to) {
      return fail(from, to, (from + to - 1) / 2f);
    }

    @Override
    public void update(float[] gradient, float learningRate) {
      updates++;
      assertThat(gradient).containsOnly(19.5f);
    }

    @Override
    public FloatNetwork replica() {
      return new Floats();
    }
  }

  private class Doubles extends PlainDoubleNetwork {
    Doubles() {
      super(2, 2);
    }

    @Override
    public double gradient(double[][] inputs, double[][] targets, int from, int to, double[] g) {
      double mean = (from + to - 1) / 2.0;
      java.util.Arrays.fill(g, mean);
      return fail(from, to, mean);
    }

    @Override
    public double loss(double[][] inputs, double[][] targets, int from, int to) {
      return fail(from, to, (from + to - 1) / 2.0);
    }

    @Override
    public void update(double[] gradient, double learningRate) {
      updates++;
      assertThat(gradient).containsOnly(19.5);
    }

    @Override
    public DoubleNetwork replica() {
      return new Doubles();
    }
  }

  private <T> T fail(int from, int to, T loss) {
    if (from <= failing && failing < to) {
      throw new IllegalStateException("row " + failing);
    }
    return loss;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aFailingSliceReachesTheCallerAndNoStepIsMade(int threads) {
    try (FloatParallelTrainer floats = new FloatParallelTrainer(new Floats(), threads);
        DoubleParallelTrainer doubles = new DoubleParallelTrainer(new Doubles(), threads)) {
      for (failing = 0; failing < ROWS.length; failing++) {
        String message = "row " + failing;
        assertThatThrownBy(() -> floats.train(ROWS, ROWS, 0, 40, 1)).hasMessage(message);
        assertThatThrownBy(() -> floats.loss(ROWS, ROWS, 0, 40)).hasMessage(message);
        assertThatThrownBy(() -> doubles.train(DOUBLE_ROWS, DOUBLE_ROWS, 0, 40, 1))
            .hasMessage(message);
        assertThatThrownBy(() -> doubles.loss(DOUBLE_ROWS, DOUBLE_ROWS, 0, 40)).hasMessage(message);
      }
      assertThat(updates).isZero();
      failing = -1;
      assertThat(floats.train(ROWS, ROWS, 0, 40, 1)).isEqualTo(19.5f);
      assertThat(doubles.train(DOUBLE_ROWS, DOUBLE_ROWS, 0, 40, 1)).isEqualTo(19.5);
      assertThat(updates).isEqualTo(2);
    }
    assertThat(ThreadTeamTest.workers()).isEmpty();
  }

  /** Networks with a step of their own, whose gradient is kept in rows and added to. */
  private final class OwnFloats extends Floats implements FloatStepSource {
    @Override
    public FloatNetwork replica() {
      return new OwnFloats();
    }

    @Override
    public FloatParallelStep parallelStep() {
      float[][] rows = {new float[2000], new float[3]};
      return new FloatParallelStep() {
        @Override
        public void getGradient(float[] destination) {
          throw new UnsupportedOperationException();
        }

        @Override
        public double addGradient(
            float[][] inputs,
            float[][] targets,
            float[] weights,
            double total,
            int from,
            int to,
            int row) {
          throw new UnsupportedOperationException();
        }

        @Override
        public float[][] gradient() {
          return rows;
        }

        @Override
        public double addGradient(float[][] inputs, float[][] targets, int from, int to) {
          float mean = (from + to - 1) / 2f;
          for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
              row[i] += mean;
            }
          }
          return fail(from, to, mean) * (to - from);
        }

        @Override
        public void stepRows(int from, int to, float learningRate) {
          for (int row = from; row < to; row++) {
            assertThat(rows[row]).containsOnly(19.5f);
          }
        }

        @Override
        public void end() {
          updates++;
        }
      };
    }
  }

  private final class OwnDoubles extends Doubles implements DoubleStepSource {
    @Override
    public DoubleNetwork replica() {
      return new OwnDoubles();
    }

    @Override
    public DoubleParallelStep parallelStep() {
      double[][] rows = {new double[2000], new double[3]};
      return new DoubleParallelStep() {
        @Override
        public void getGradient(double[] destination) {
          throw new UnsupportedOperationException();
        }

        @Override
        public double addGradient(
            double[][] inputs,
            double[][] targets,
            double[] weights,
            double total,
            int from,
            int to,
            int row) {
          throw new UnsupportedOperationException();
        }

        @Override
        public double[][] gradient() {
          return rows;
        }

        @Override
        public double addGradient(double[][] inputs, double[][] targets, int from, int to) {
          double mean = (from + to - 1) / 2.0;
          for (double[] row : rows) {
            for (int i = 0; i < row.length; i++) {
              row[i] += mean;
            }
          }
          return fail(from, to, mean) * (to - from);
        }

        @Override
        public void stepRows(int from, int to, double learningRate) {
          for (int row = from; row < to; row++) {
            assertThat(rows[row]).containsOnly(19.5);
          }
        }

        @Override
        public void end() {
          updates++;
        }
      };
    }
  }

  /** Gradients of the other slices are there already when one fails; they must not stay. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aFailingSliceLeavesNothingToTheNextStep(int threads) {
    try (FloatParallelTrainer floats = new FloatParallelTrainer(new OwnFloats(), threads);
        DoubleParallelTrainer doubles = new DoubleParallelTrainer(new OwnDoubles(), threads)) {
      for (failing = -1; failing < ROWS.length; failing += 20) {
        if (failing >= 0) {
          assertThatThrownBy(() -> floats.train(ROWS, ROWS, 0, 40, 1)).hasMessage("row " + failing);
          assertThatThrownBy(() -> doubles.train(DOUBLE_ROWS, DOUBLE_ROWS, 0, 40, 1))
              .hasMessage("row " + failing);
        }
        int failed = failing;
        failing = -1;
        for (int step = 0; step < 3; step++) {
          assertThat(floats.train(ROWS, ROWS, 0, 40, 1)).isEqualTo(19.5f);
          assertThat(doubles.train(DOUBLE_ROWS, DOUBLE_ROWS, 0, 40, 1)).isEqualTo(19.5);
        }
        failing = failed;
      }
    }
    assertThat(updates).isEqualTo(18);
  }

  @Test
  void noThreadStaysBehind() {
    FloatParallelTrainer floats = new FloatParallelTrainer(new Floats(), 4);
    DoubleParallelTrainer doubles = new DoubleParallelTrainer(new Doubles(), 3);
    Set<Thread> started = ThreadTeamTest.workers();
    assertThat(started).hasSize(5);

    floats.close();
    floats.close();
    doubles.close();

    assertThat(started).noneMatch(Thread::isAlive);
    assertThatThrownBy(() -> floats.train(ROWS, ROWS, 0, 40, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the trainer is closed");
    assertThatThrownBy(() -> floats.loss(ROWS, ROWS, 0, 40)).hasMessage("the trainer is closed");
    assertThatThrownBy(() -> doubles.train(DOUBLE_ROWS, DOUBLE_ROWS, 0, 40, 1))
        .hasMessage("the trainer is closed");
  }

  @Test
  void aNetworkWithoutReplicaStartsNoThread() {
    assertThatThrownBy(() -> new FloatParallelTrainer(new PlainFloatNetwork(2, 2), 2))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> new FloatParallelTrainer(null, 2))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("network is null");
    assertThat(ThreadTeamTest.workers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void threadsAndSlicesArePositive(int number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FloatParallelTrainer(new Floats(), number))
        .withMessage("threads is " + number + ", expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DoubleParallelTrainer(new Doubles(), 1, number))
        .withMessage("slices is " + number + ", expected at least 1");
  }

  /** Each call is whole: the assertion on the gradient sees no mixture. */
  @Test
  void callsOfSeveralThreadsRunOneAfterAnother() throws InterruptedException {
    int[] trained = new int[3];
    try (FloatParallelTrainer trainer = new FloatParallelTrainer(new Floats(), 2)) {
      Thread[] callers = new Thread[trained.length];
      for (int i = 0; i < callers.length; i++) {
        int caller = i;
        callers[i] =
            new Thread(
                () -> {
                  for (int step = 0; step < 1000; step++) {
                    assertThat(trainer.train(ROWS, ROWS, 0, 40, 1)).isEqualTo(19.5f);
                    trained[caller]++;
                  }
                });
        callers[i].start();
      }
      for (Thread caller : callers) {
        caller.join();
      }
    }
    assertThat(trained).containsOnly(1000);
    assertThat(updates).isEqualTo(3000);
  }
}
