package io.github.gradsmith.sample.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/**
 * The stores of a learner in memory, which commit and roll back together with what it sent: what
 * exactly-once processing promises, without a broker.
 */
final class MemoryStores {
  final MockProcessorContext<String, byte[]> context =
      new MockProcessorContext<>(new Properties(), new TaskId(0, 0), null);

  private final List<KeyValueStore<Object, Object>> stores = new ArrayList<>();
  private final Map<String, Map<Object, Object>> committed = new HashMap<>();
  private final List<byte[]> sent = new ArrayList<>();

  MemoryStores() {
    add("rides", Serdes.String(), Formats.KEPT);
    add("labels", Serdes.Long(), Formats.LABEL);
    add("snapshot", Serdes.String(), Serdes.ByteArray());
    add("progress", Serdes.String(), Formats.PROGRESS);
    commit();
  }

  private <K, V> void add(String name, Serde<K> key, Serde<V> value) {
    KeyValueStore<K, V> store =
        Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), key, value)
            .withLoggingDisabled()
            .withCachingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    @SuppressWarnings("unchecked")
    KeyValueStore<Object, Object> any = (KeyValueStore<Object, Object>) store;
    stores.add(any);
  }

  void commit() {
    for (KeyValueStore<Object, Object> store : stores) {
      committed.put(store.name(), content(store));
    }
    context.forwarded().forEach(forwarded -> sent.add(forwarded.record().value()));
    context.resetForwards();
  }

  void rollBack() {
    for (KeyValueStore<Object, Object> store : stores) {
      content(store).keySet().forEach(store::delete);
      committed.get(store.name()).forEach(store::put);
    }
    context.resetForwards();
  }

  /** What was sent and committed. */
  List<byte[]> sent() {
    return sent;
  }

  long size(String name) {
    return stores.stream()
        .filter(store -> store.name().equals(name))
        .mapToLong(store -> content(store).size())
        .sum();
  }

  void process(Learner learner, String topic, long offset, Record<String, Event> record) {
    context.setRecordMetadata(topic, 0, offset);
    learner.process(record);
  }

  private static Map<Object, Object> content(KeyValueStore<Object, Object> store) {
    Map<Object, Object> content = new HashMap<>();
    try (KeyValueIterator<Object, Object> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Object, Object> next = all.next();
        content.put(next.key, next.value);
      }
    }
    return content;
  }
}
