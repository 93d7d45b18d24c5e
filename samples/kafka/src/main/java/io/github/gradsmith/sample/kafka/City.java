package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import io.github.gradsmith.sample.kafka.ArrivalNet.Trip;
import io.github.gradsmith.sample.kafka.ArrivalNet.Zone;
import java.time.LocalTime;
import java.util.Random;
import java.util.stream.Stream;

/** A city without end: random rides, and how long they take. */
final class City {
  /** Deviation of what nobody can foresee, in minutes. */
  static final double NOISE = 2;

  private City() {}

  /** Trips one after the other; the same seed gives the same ones. */
  static Stream<Trip> trips(long seed) {
    Random random = new Random(seed);
    return Stream.generate(() -> trip(random));
  }

  /** A network that knows mean and deviation of earlier trips, but has learned nothing else. */
  static ArrivalNet beginner() {
    ArrivalNet net = ArrivalNet.create(1);
    net.adapt(trips(0).limit(2000).toList());
    return net;
  }

  private static Trip trip(Random random) {
    Ride ride =
        new Ride(
            1 + 19 * random.nextDouble(),
            LocalTime.ofSecondOfDay(random.nextInt(24 * 60 * 60)),
            Zone.values()[random.nextInt(Zone.values().length)],
            random.nextInt(4) == 0);
    double hour = ride.start().toSecondOfDay() / 3600.0;
    double rush =
        1 + Math.exp(-Math.pow(hour - 8, 2) / 4) + Math.exp(-Math.pow(hour - 17.5, 2) / 6);
    double slow = ride.zone() == Zone.CENTRE ? 1.4 : 1;
    double wet = ride.rain() ? 1.2 : 1;
    double minutes =
        3 + 1.5 * ride.kilometres() * rush * slow * wet + NOISE * random.nextGaussian();
    return new Trip(ride, minutes);
  }
}
