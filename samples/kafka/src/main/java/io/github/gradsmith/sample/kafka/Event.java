package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;

/** What is said of a ride, whose key is that of the record. */
sealed interface Event {
  /** It begins. */
  record Started(Ride ride) implements Event {}

  /** It has taken so many minutes. */
  record Ended(double minutes) implements Event {
    public Ended {
      if (!(minutes >= 0 && minutes < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("minutes is " + minutes);
      }
    }
  }
}
