package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.WeightsException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** All that training goes on from: the last snapshot of it, or what it begins with. */
final class SnapshotStore {
  static final String NAME = "snapshot";

  private static final String ONLY = "";

  private final KeyValueStore<String, byte[]> snapshot;
  private final ArrivalNet first;

  SnapshotStore(KeyValueStore<String, byte[]> snapshot, ArrivalNet first) {
    this.snapshot = snapshot;
    this.first = first;
  }

  static StoreBuilder<?> builder() {
    return Stores.keyValueStoreBuilder(
        Stores.inMemoryKeyValueStore(NAME), Serdes.String(), Serdes.ByteArray());
  }

  /** A network of the caller's own, with weights and optimizer state of the snapshot. */
  ArrivalNet last() {
    ArrivalNet net = (ArrivalNet) first.copy();
    byte[] training = snapshot.get(ONLY);
    if (training != null) {
      try {
        net.load(new ByteArrayInputStream(training));
      } catch (IOException e) {
        throw new UncheckedIOException("the snapshot is of another network", e);
      }
    }
    return net;
  }

  /**
   * Takes a snapshot.
   *
   * @return the weights alone, as a file
   * @throws WeightsException if a number is not finite; the snapshot is as it was
   */
  byte[] take(ArrivalNet net) throws IOException {
    ByteArrayOutputStream training = new ByteArrayOutputStream();
    net.saveTraining(training);
    ByteArrayOutputStream weights = new ByteArrayOutputStream();
    net.save(weights);
    snapshot.put(ONLY, training.toByteArray());
    return weights.toByteArray();
  }
}
