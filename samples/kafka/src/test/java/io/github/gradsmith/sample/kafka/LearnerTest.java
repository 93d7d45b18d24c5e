package io.github.gradsmith.sample.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import io.github.gradsmith.sample.kafka.ArrivalNet.Trip;
import io.github.gradsmith.sample.kafka.Drawn.LabelAt;
import io.github.gradsmith.sample.kafka.Drawn.RideAt;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The learner, on stores that roll back as those of Kafka do. */
@Tag("core")
class LearnerTest {
  private static final ArrivalNet FIRST = City.beginner();

  /** Rides and labels read in any order, by any number of learners, in any number of pieces. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void anyOrderAndAnyCrashGiveTheWeightsOfAPlainLoop(long seed) {
    Random random = new Random(seed);
    Drawn drawn = new Drawn(200 + random.nextInt(600), seed);
    int every = 1 + random.nextInt(60);
    MemoryStores stores = new MemoryStores();
    Learner learner = new Learner(FIRST, every);
    learner.init(stores.context);
    int ride = 0;
    int label = 0;
    int rideCommitted = 0;
    int labelCommitted = 0;
    int crashes = 0;
    while (ride < drawn.rides.size() || label < drawn.labels.size()) {
      boolean rideNext =
          label == drawn.labels.size()
              || ride < drawn.rides.size() && random.nextDouble() < (seed % 4 + 1) / 5.0;
      if (rideNext) {
        ride(stores, learner, drawn, ride++);
      } else {
        label(stores, learner, drawn, label++);
      }
      if (random.nextInt(30) == 0) {
        stores.commit();
        rideCommitted = ride;
        labelCommitted = label;
      } else if (random.nextInt(100) == 0) {
        stores.rollBack();
        ride = rideCommitted;
        label = labelCommitted;
        crashes++;
        // Another object, or the same one once more.
        learner = random.nextBoolean() ? new Learner(FIRST, every) : learner;
        learner.init(stores.context);
      }
    }
    stores.commit();
    assertThat(crashes).isPositive();
    assertThat(Drawn.training(learner.net())).isEqualTo(Drawn.training(drawn.learned(FIRST)));
    List<byte[]> published = drawn.published(FIRST, every);
    assertThat(stores.sent()).hasSameSizeAs(published);
    for (int i = 0; i < published.size(); i++) {
      assertThat(stores.sent().get(i)).isEqualTo(published.get(i));
    }
    assertThat(stores.size("labels")).isEqualTo(drawn.labels.size() % every);
  }

  /** Rides without labels are forgotten, and do not fill the disk. */
  @Test
  void ridesThatNobodyAsksForAreForgotten() {
    Drawn drawn = new Drawn(4000, 1);
    MemoryStores stores = new MemoryStores();
    Learner learner = new Learner(FIRST, 10);
    learner.init(stores.context);
    for (int i = 0; i < drawn.labels.size(); i++) {
      ride(stores, learner, drawn, i);
      label(stores, learner, drawn, i);
    }
    // Of ten days: about 100 rides without a label each, and as many too late, too old, too early.
    assertThat(stores.size("rides")).isLessThan(150);
  }

  /** The label behind one that waits waits, too. */
  @Test
  void labelsWaitForTheirRides() {
    Ride a = trip(1).ride();
    Ride b = trip(2).ride();
    MemoryStores stores = new MemoryStores();
    Learner learner = new Learner(FIRST, 100);
    learner.init(stores.context);
    label(stores, learner, 0, "a", 10);
    label(stores, learner, 1, "b", 20);
    stores.process(learner, "rides", 0, new Record<>("b", new Event.Started(b), 1));
    assertThat(Drawn.training(learner.net())).isEqualTo(Drawn.training(FIRST));
    stores.process(learner, "rides", 1, new Record<>("a", new Event.Started(a), 2));
    ArrivalNet expected = (ArrivalNet) FIRST.copy();
    expected.learn(new Trip(a, 10), 0.003f);
    expected.learn(new Trip(b, 20), 0.003f);
    assertThat(Drawn.training(learner.net())).isEqualTo(Drawn.training(expected));
  }

  /** Labels beyond all numbers that a float holds: the network goes back to the last snapshot. */
  @Test
  void whatIsNotFiniteIsNotKept() {
    MemoryStores stores = new MemoryStores();
    Learner learner = new Learner(FIRST, 2);
    learner.init(stores.context);
    for (int i = 0; i < 6; i++) {
      String key = "ride" + i;
      stores.process(learner, "rides", i, new Record<>(key, new Event.Started(trip(i).ride()), 1));
      label(stores, learner, i, key, i == 2 ? 1e300 : 10);
    }
    stores.commit();
    ArrivalNet expected = (ArrivalNet) FIRST.copy();
    for (int i : List.of(0, 1, 4, 5)) {
      expected.learn(new Trip(trip(i).ride(), 10), 0.003f);
    }
    assertThat(Drawn.training(learner.net())).isEqualTo(Drawn.training(expected));
    assertThat(stores.sent()).hasSize(2);
    assertThat(stores.sent().get(1)).isEqualTo(Drawn.weights(expected));
  }

  private static Trip trip(long seed) {
    return City.trips(seed).findFirst().orElseThrow();
  }

  private static void label(
      MemoryStores stores, Learner learner, long offset, String key, double minutes) {
    stores.process(learner, "labels", offset, new Record<>(key, new Event.Ended(minutes), offset));
  }

  private static void ride(MemoryStores stores, Learner learner, Drawn drawn, int i) {
    RideAt ride = drawn.rides.get(Math.min(i, drawn.rides.size() - 1));
    stores.process(
        learner, "rides", i, new Record<>(ride.key(), new Event.Started(ride.ride()), ride.time()));
  }

  private static void label(MemoryStores stores, Learner learner, Drawn drawn, int i) {
    LabelAt label = drawn.labels.get(i);
    stores.process(
        learner,
        "labels",
        i,
        new Record<>(label.key(), new Event.Ended(label.minutes()), label.time()));
  }
}
