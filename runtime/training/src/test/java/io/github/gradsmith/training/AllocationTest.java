package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.FloatRows;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Line 15: once a run has taken its arrays, steps and epochs take no memory. */
@Isolated
class AllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final FloatRows TRAINING = Nets.rows(200, 1);
  private static final FloatRows VALIDATION = Nets.rows(300, 2);

  private static final Fit FIT =
      Fit.epochs(220)
          .batchSize(8)
          .learningRate(LearningRate.cosine(0.05, 0.01).warmUp(9))
          .metrics(
              Metrics.accuracy(),
              Metrics.rocAuc(),
              Metrics.logLoss(),
              Metrics.f1(Average.MACRO),
              Metrics.rSquared(),
              Metrics.meanAbsoluteError())
          .earlyStopping(EarlyStopping.on(Monitor.validationLoss()).patience(1000))
          .reduceOnPlateau(Plateau.on(Monitor.validationLoss()).patience(2));

  @Test
  void stepsAndEpochsTakeNoMemory() {
    require(FIT, Nets.adam(1), TRAINING);
  }

  @Test
  void norDoThoseOfThreads() {
    require(FIT.threads(2), Nets.adam(1), TRAINING);
  }

  @Test
  void norDoClippingAndWeights() {
    float[] weights = new float[200];
    for (int i = 0; i < 200; i++) {
      weights[i] = i % 7;
    }
    require(FIT.clipNorm(0.1).clipValue(0.01), Nets.adam(1), TRAINING.weighted(weights));
    require(FIT.threads(2).clipNorm(0.1), Nets.adam(1), TRAINING.weighted(weights));
  }

  @Test
  void norDoesWhatIsRecordedOfLayers() {
    require(FIT.recordLayers(), Nets.adam(1), TRAINING);
    require(FIT.threads(2).clipNorm(0.1).recordLayers(), Nets.adam(1), TRAINING);
  }

  /** The last 20 epochs; the listener itself takes nothing. */
  private static void require(Fit fit, FloatNetwork network, FloatRows training) {
    long[] before = new long[1];
    long[] after = new long[1];
    FitListener listener =
        new FitListener() {
          @Override
          public void epochEnded(Run run) {
            if (run.epoch() == 200) {
              before[0] = THREADS.getCurrentThreadAllocatedBytes();
            } else if (run.epoch() == 220) {
              after[0] = THREADS.getCurrentThreadAllocatedBytes();
            }
          }
        };
    fit.listener(listener).run(network, training, VALIDATION);
    assertThat(after[0] - before[0]).isZero();
  }
}
