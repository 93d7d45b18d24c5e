package io.github.gradsmith.sample.kafka;

import static io.github.gradsmith.Activation.IDENTITY;
import static io.github.gradsmith.Activation.TANH;

import io.github.gradsmith.Adam;
import io.github.gradsmith.FloatNetwork;
import io.github.gradsmith.Network;
import io.github.gradsmith.row.Standardized;
import java.time.LocalTime;
import java.util.Collection;

/** How many minutes a ride through the city will take. */
@Network(
    layers = {8, 16, 1},
    activation = {TANH, IDENTITY})
@Adam
public interface ArrivalNet extends FloatNetwork {
  /** Where a ride begins. */
  enum Zone {
    CENTRE,
    HARBOUR,
    HILLS,
    AIRPORT
  }

  /** What is known when a ride begins. */
  record Ride(double kilometres, LocalTime start, Zone zone, boolean rain) {
    /** Refuses what is no distance, before it is stored anywhere. */
    public Ride {
      if (!(kilometres >= 0 && kilometres < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("kilometres is " + kilometres);
      }
    }
  }

  /** A ride, and how long it took. */
  record Trip(Ride ride, @Standardized double minutes) {}

  /** The forecast of a ride, in minutes. */
  float minutes(Ride ride);

  /** One step on a trip; returns the loss before it. */
  float learn(Trip trip, float rate);

  /** Learns mean and deviation of rides and of minutes. */
  void adapt(Collection<Trip> trips);

  /** A network with new weights that has seen no rides; the same seed gives the same one. */
  static ArrivalNet create(long seed) {
    return new ArrivalNetImpl(seed);
  }
}
