package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.training.LearningRate.Plan;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Line 5: schedules are PyTorch's, in closed form. */
class ScheduleTest {
  /** Ten epochs of four steps. */
  private static final Plan PLAN = new Plan(10, 4);

  private static final Map<String, LearningRate> SCHEDULES =
      Map.of(
          "step", LearningRate.step(0.3, 3, 0.5),
          "exponential", LearningRate.exponential(0.3, 0.9),
          "cosine", LearningRate.cosine(0.5, 0.01),
          "cosine3", LearningRate.cosine(1, 0),
          "oneCycle", LearningRate.oneCycle(0.01),
          "oneCycle2", LearningRate.oneCycle(0.2),
          "oneCycle7", LearningRate.oneCycle(0.2),
          "warmUp", LearningRate.constant(0.3).warmUp(5),
          "warmUpCosine", LearningRate.cosine(0.5, 0.01).warmUp(5));

  private static final Map<String, Plan> PLANS =
      Map.of(
          "cosine3", new Plan(3, 1),
          "oneCycle", new Plan(5, 10),
          "oneCycle2", new Plan(1, 2),
          "oneCycle7", new Plan(1, 7));

  @Test
  void ratesAreThoseOfPyTorch() {
    int compared = 0;
    for (String[] row : Table.read("schedules.csv")) {
      if (!row[0].startsWith("plateau")) {
        double rate =
            SCHEDULES.get(row[0]).at(Long.parseLong(row[1]), PLANS.getOrDefault(row[0], PLAN));
        double expected = Double.parseDouble(row[2]);
        assertThat(rate).as("%s at %s", row[0], row[1]).isCloseTo(expected, within(1e-12));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(40 * 5 + 3 + 50 + 2 + 7);
  }

  @Test
  void cosineOfThreeStepsIsOneThreeQuartersAndAQuarter() {
    LearningRate cosine = LearningRate.cosine(1, 0);
    Plan plan = new Plan(1, 3);
    assertThat(cosine.at(0, plan)).isEqualTo(1);
    assertThat(cosine.at(1, plan)).isCloseTo(0.75, within(1e-15));
    assertThat(cosine.at(2, plan)).isCloseTo(0.25, within(1e-15));
  }

  @Test
  void warmUpNeverMakesAStepAtRateZeroAndLeavesTheRestToTheSchedule() {
    LearningRate late = LearningRate.cosine(0.5, 0).warmUp(8);
    assertThat(late.at(0, PLAN)).isCloseTo(0.5 / 9, within(1e-15));
    assertThat(late.at(7, PLAN)).isCloseTo(0.5 * 8 / 9, within(1e-15));
    for (int t = 8; t < 40; t++) {
      double rest = LearningRate.cosine(0.5, 0).at(t - 8, new Plan(8, 4));
      assertThat(late.at(t, PLAN)).isCloseTo(rest, within(1e-15));
    }
  }

  /** Epochs are those of the run, not of what is left of it. */
  @Test
  void decayByEpochsAfterWarmUpFollowsTheRunsEpochs() {
    LearningRate late = LearningRate.step(0.4, 1, 0.5).warmUp(3);
    assertThat(late.at(3, PLAN)).isEqualTo(0.4);
    assertThat(late.at(4, PLAN)).isEqualTo(0.2);
    assertThat(late.at(39, PLAN)).isCloseTo(0.4 / 512, within(1e-15));
  }

  @Test
  void schedulesKeepNothing() {
    LearningRate late = LearningRate.cosine(0.5, 0).warmUp(8);
    double before = late.at(20, PLAN);
    late.at(3, new Plan(100, 7));
    assertThat(late.at(20, PLAN)).isEqualTo(before);
  }

  @Test
  void wrongNumbersAreRefused() {
    refused(() -> LearningRate.constant(0), "rate is 0.0, expected a positive finite number");
    refused(() -> LearningRate.constant(Double.NaN), "rate is NaN, expected");
    refused(() -> LearningRate.constant(Double.POSITIVE_INFINITY), "rate is Infinity");
    refused(() -> LearningRate.step(0.1, 0, 0.5), "epochs is 0.0, expected a positive");
    refused(() -> LearningRate.step(0.1, 1, -1), "gamma is -1.0, expected");
    refused(() -> LearningRate.exponential(0.1, 0), "gamma is 0.0, expected");
    refused(() -> LearningRate.cosine(0.1, -1), "least is -1.0, expected a finite number that");
    refused(() -> LearningRate.oneCycle(-1), "most is -1.0, expected");
    refused(() -> LearningRate.constant(1).warmUp(0), "warmUp is 0, expected at least 1 step");
    refused(() -> LearningRate.constant(1).named(" "), "name is \" \", expected one line");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith(message);
  }
}
