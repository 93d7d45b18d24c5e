package io.github.gradsmith.sample.kafka;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The newest weights of each network, from a compacted topic: keys are names of networks, values
 * are weight files. All tasks of an instance share them.
 */
final class Weights implements ProcessorSupplier<String, byte[], Void, Void> {
  /** The global store: which version of which network is in use. */
  static final String STORE = "weights-in-use";

  /**
   * A network that nobody changes, and which one it is. Both are swapped in one write.
   *
   * @param version the offset of its file in the topic; −1 before there is one
   */
  record Generation(long version, ArrivalNet net) {}

  private static final Logger LOG = System.getLogger(Weights.class.getName());

  private final Generation first;
  private final Map<String, Generation> newest = new ConcurrentHashMap<>();

  /** Answers with {@code first} while the topic holds no weights of a network. */
  Weights(ArrivalNet first) {
    this.first = new Generation(-1, (ArrivalNet) first.copy());
  }

  /** In memory: only then Kafka reads the topic through {@link #get()} again after a restart. */
  static StoreBuilder<KeyValueStore<String, Long>> store() {
    return Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore(STORE), Serdes.String(), Serdes.Long())
        .withLoggingDisabled();
  }

  /** Any thread may ask; to compute, it takes a replica. */
  Generation newest(String name) {
    return newest.getOrDefault(name, first);
  }

  @Override
  public Processor<String, byte[], Void, Void> get() {
    return new Loader();
  }

  private final class Loader extends ContextualProcessor<String, byte[], Void, Void> {
    @Override
    public void process(Record<String, byte[]> record) {
      long version = context().recordMetadata().orElseThrow().offset();
      KeyValueStore<String, Long> inUse = context().getStateStore(STORE);
      if (record.value() == null) {
        newest.remove(record.key());
        inUse.delete(record.key());
        return;
      }
      try {
        ArrivalNet net = (ArrivalNet) first.net().copy();
        net.load(new ByteArrayInputStream(record.value()));
        newest.put(record.key(), new Generation(version, net));
        inUse.put(record.key(), version);
      } catch (IOException e) {
        LOG.log(
            Level.WARNING,
            "weights {0} of {1} cannot be used, version {2} answers on: {3}",
            Long.toString(version),
            record.key(),
            Long.toString(newest(record.key()).version()),
            e.getMessage());
      }
    }
  }
}
