package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Line 14. */
class SearchTest {
  private static final Search RANDOM =
      Search.random(400, 3).logUniform("rate", 1e-4, 1).choice("batch", 8, 32, 128);

  @Test
  void aGridGoesThroughItsPointsInRowMajorOrder() {
    List<String> seen = new ArrayList<>();
    Search.grid()
        .choice("a", 1, 2)
        .choice("b", 10, 20, 30)
        .run(
            Goal.MAXIMIZE,
            p -> {
              seen.add(p.integer("a") + "," + p.integer("b"));
              return 0;
            });
    assertThat(seen).containsExactly("1,10", "1,20", "1,30", "2,10", "2,20", "2,30");
  }

  @Test
  void aPointDependsOnTheSeedAndItsNumberAlone() {
    List<Trial> many = RANDOM.run(Goal.MINIMIZE, p -> 0);
    List<Trial> few =
        Search.random(3, 3)
            .logUniform("rate", 1e-4, 1)
            .choice("batch", 8, 32, 128)
            .run(Goal.MINIMIZE, p -> 0);
    for (int i = 0; i < 3; i++) {
      assertThat(few.get(i).point()).isEqualTo(many.get(i).point());
    }
    assertThat(many.get(0).point()).isNotEqualTo(many.get(1).point());
  }

  @Test
  void drawnNumbersLieInTheirRanges() {
    List<Trial> trials = RANDOM.uniform("keep", 0.5, 0.9).run(Goal.MINIMIZE, p -> 0);
    int small = 0;
    int eight = 0;
    for (Trial trial : trials) {
      double rate = trial.point().number("rate");
      assertThat(rate).isBetween(1e-4, 1.0);
      assertThat(trial.point().number("keep")).isBetween(0.5, 0.9);
      small += rate < 1e-2 ? 1 : 0;
      eight += trial.point().integer("batch") == 8 ? 1 : 0;
    }
    // Means of 200 and 133, standard deviations of 10 and 9.4.
    assertThat(small).isBetween(150, 250);
    assertThat(eight).isBetween(86, 180);
  }

  @Test
  void theBestComesFirstTiesByNumberAndFailuresLast() {
    double[] scores = {1, 3, Double.NaN, 3, 2, -0.0, 0.0};
    int[] at = {0};
    Search search = Search.random(8, 1).uniform("x", 0, 1);
    RuntimeException thrown = new IllegalStateException("no");
    List<Trial> trials =
        search.run(
            Goal.MAXIMIZE,
            p -> {
              if (at[0] == 7) {
                throw thrown;
              }
              return scores[at[0]++];
            });
    assertThat(trials.stream().map(Trial::index)).containsExactly(1, 3, 4, 0, 5, 6, 2, 7);
    assertThat(trials.get(7).failure()).containsSame(thrown);
    assertThat(trials.get(7).score()).isNaN();
    assertThat(trials.get(0).failure()).isEmpty();
    at[0] = 0;
    assertThat(search.run(Goal.MINIMIZE, p -> scores[at[0]++ % 7]).get(0).index()).isEqualTo(5);
  }

  @Test
  void wrongParametersAreRefused() {
    refused(() -> Search.random(0, 1), "trials is 0, expected at least 1");
    refused(() -> Search.grid().run(Goal.MINIMIZE, p -> 0), "there is no parameter");
    refused(
        () -> Search.grid().uniform("x", 0, 1), "x is a range, of which a grid cannot take all");
    refused(() -> RANDOM.choice("rate", 1), "the parameter rate is there already");
    refused(() -> RANDOM.choice("x"), "x has no value to choose");
    refused(() -> RANDOM.uniform("x", 1, 1), "x goes from 1.0 to 1.0, expected finite numbers");
    refused(() -> RANDOM.logUniform("x", 0, 1), "x begins at 0.0, expected above 0");
    Trial.Point point = RANDOM.run(Goal.MINIMIZE, p -> 0).get(0).point();
    refused(() -> point.number("rte"), "there is no parameter rte, expected one of [rate, batch]");
    refused(() -> point.integer("rate"), "rate is ");
  }

  private static void refused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith(message);
  }
}
