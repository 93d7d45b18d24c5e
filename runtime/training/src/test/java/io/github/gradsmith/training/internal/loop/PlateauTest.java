package io.github.gradsmith.training.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gradsmith.training.EarlyStopping;
import io.github.gradsmith.training.Metrics;
import io.github.gradsmith.training.Monitor;
import io.github.gradsmith.training.Plateau;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lines 5 and 8: what an epoch's number decides. */
class PlateauTest {
  private static final double[] FALLING = {
    5, 4, 4, 3.9999, 3.99979, 3, 3, 3, Double.NaN, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2
  };

  private static final Plateau LOSS = Plateau.on(Monitor.validationLoss());

  @Test
  void ratesOnAPlateauAreThoseOfPyTorch() throws IOException {
    double[] rising = Arrays.stream(FALLING).map(value -> -value).toArray();
    double[] ones = new double[24];
    Arrays.fill(ones, 1);
    compare("plateau", LOSS.patience(2), FALLING);
    compare("plateauCooldown", LOSS.factor(0.5).patience(1).cooldown(2).least(0.1), FALLING);
    compare(
        "plateauMax",
        Plateau.on(Monitor.validation(Metrics.accuracy())).factor(0.5).patience(0),
        rising);
    compare("plateauTiny", LOSS.factor(0.01).patience(0), ones);
  }

  private static void compare(String name, Plateau plateau, double[] values) throws IOException {
    State state = new State();
    List<Double> rates = new ArrayList<>();
    for (double value : values) {
      state.plateau(plateau, value, 0.5);
      rates.add(0.5 * state.factor);
    }
    List<Double> expected = rates(name);
    assertThat(expected).hasSize(values.length);
    for (int i = 0; i < values.length; i++) {
      assertThat(rates.get(i)).as("%s %d", name, i).isCloseTo(expected.get(i), within(1e-12));
    }
  }

  /** Wherever a run is cut, what it remembers goes on as if it had not been. */
  @Test
  void whatIsRememberedComesBackFromTexts() {
    Plateau plateau = LOSS.factor(0.5).patience(2).cooldown(2);
    for (int cut = 0; cut < FALLING.length; cut++) {
      State whole = new State();
      State parts = new State();
      for (int e = 0; e < FALLING.length; e++) {
        if (e == cut) {
          Map<String, String> texts = new LinkedHashMap<>();
          parts.write(texts);
          parts = State.read(Texts.read(Texts.write(texts)));
        }
        whole.epoch = e + 1;
        parts.epoch = e + 1;
        whole.plateau(plateau, FALLING[e], 0.5);
        parts.plateau(plateau, FALLING[e], 0.5);
        boolean best = whole.isBest(STOPPING, FALLING[e]);
        assertThat(parts.isBest(STOPPING, FALLING[e])).isEqualTo(best);
        assertThat(parts.factor).as("cut at %d", cut).isEqualTo(whole.factor);
        assertThat(parts.waited).isEqualTo(whole.waited);
        assertThat(parts.bestEpoch).isEqualTo(whole.bestEpoch);
      }
    }
  }

  private static List<Double> rates(String name) throws IOException {
    try (InputStream in = PlateauTest.class.getResourceAsStream("/oracle/schedules.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split(","))
          .filter(row -> row[0].equals(name))
          .map(row -> Double.valueOf(row[2]))
          .toList();
    }
  }

  private static final EarlyStopping STOPPING = EarlyStopping.on(Monitor.validationLoss());

  @Test
  void patienceOfTwoEndsAfterTheSixthOfTheseAndTheFourthIsBest() {
    State state = new State();
    double[] values = {5, 4, 4, 3, 3, 3};
    for (int e = 1; e <= 6; e++) {
      state.epoch = e;
      assertThat(state.isBest(STOPPING, values[e - 1])).isEqualTo(e == 1 || e == 2 || e == 4);
      assertThat(state.waited >= 2).isEqualTo(e == 6);
    }
    assertThat(state.bestEpoch).isEqualTo(4);
  }

  @Test
  void aNumberMustBeBetterByMoreThanDelta() {
    assertThat(best(STOPPING.delta(1), 5, 4, 3.9)).isEqualTo(3);
    assertThat(best(STOPPING, 5, 5)).isEqualTo(1);
    EarlyStopping accuracy = EarlyStopping.on(Monitor.validation(Metrics.accuracy())).delta(0.25);
    assertThat(best(accuracy, 0.5, 0.75, 0.8)).isEqualTo(3);
    assertThat(best(accuracy, 0.5, 0.75)).isEqualTo(1);
  }

  @Test
  void naNIsNeverBestAndTheFirstFiniteNumberAlwaysIs() {
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(best(STOPPING, Double.NaN, infinity, 7)).isEqualTo(3);
    assertThat(best(STOPPING, 7, Double.NaN)).isEqualTo(1);
    assertThat(best(STOPPING, Double.NaN)).isZero();
  }

  @Test
  void numbersBeforeTheFirstEpochThatCountsSetNothing() {
    assertThat(best(STOPPING.startFrom(3), 1, 2, 9, 8)).isEqualTo(4);
    State state = new State();
    state.epoch = 1;
    state.isBest(STOPPING.startFrom(2), 1);
    assertThat(state.waited).isZero();
  }

  private static int best(EarlyStopping stopping, double... values) {
    State state = new State();
    for (double value : values) {
      state.epoch++;
      state.isBest(stopping, value);
    }
    return state.bestEpoch;
  }
}
