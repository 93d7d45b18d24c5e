package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Rides that wait for their labels. They may be many, so they lie on the disk. */
final class RideStore {
  static final String NAME = "rides";

  /**
   * How far a ride and its label may be apart, by the latest times of their topics. A label whose
   * ride did not come by then is given up, and a ride without a label is forgotten.
   */
  static final Duration WITHIN = Duration.ofDays(1);

  private final KeyValueStore<String, Kept> rides;
  private long forgotten = Long.MIN_VALUE;

  RideStore(KeyValueStore<String, Kept> rides) {
    this.rides = rides;
  }

  static StoreBuilder<?> builder() {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(NAME), Serdes.String(), Formats.KEPT)
        .withCachingEnabled();
  }

  /** Keeps the first ride of a key. */
  void keep(String key, Kept ride) {
    rides.putIfAbsent(key, ride);
  }

  /** The ride of a label, or null if there is none that counts. */
  Ride of(Label label) {
    Kept ride = rides.get(label.key());
    return ride != null && Math.abs(ride.clock() - label.clock()) <= WITHIN.toMillis()
        ? ride.ride()
        : null;
  }

  void delete(String key) {
    rides.delete(key);
  }

  /**
   * Forgets rides that are too old for all labels to come. It looks through all of them, so it does
   * that for each {@link #WITHIN} of time once.
   *
   * @param clock the latest time among the labels so far, in milliseconds
   */
  void forgetBefore(long clock) {
    if (clock - WITHIN.toMillis() <= forgotten) {
      return;
    }
    try (KeyValueIterator<String, Kept> all = rides.all()) {
      while (all.hasNext()) {
        KeyValue<String, Kept> next = all.next();
        if (next.value.clock() < clock - WITHIN.toMillis()) {
          rides.delete(next.key);
        }
      }
    }
    forgotten = clock;
  }
}
