package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import io.github.gradsmith.sample.kafka.ArrivalNet.Trip;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The network of one partition: one step for each label, in the order of labels. A label waits
 * until its ride is there, and those behind it wait, too. So the weights depend on what stands in
 * the two partitions, and not on what was read first.
 *
 * <p>Every so many labels all that training goes on from becomes a snapshot. Labels and rides stay
 * in their stores until a snapshot holds what was learned from them. Whoever takes over loads the
 * snapshot and makes the steps since then again: to the same bits.
 *
 * <p>The key of a ride is its own: it stands once among the rides and once among the labels.
 */
final class Learner implements Processor<String, Event, String, byte[]> {
  /** The learning rate. */
  static final float RATE = 0.003f;

  private static final Logger LOG = System.getLogger(Learner.class.getName());
  private static final String LABELS = "labels";
  private static final String PROGRESS = "progress";
  private static final String ONLY = "";

  private final ArrivalNet first;
  private final int every;
  private final Deque<Label> waiting = new ArrayDeque<>();
  private final Deque<Label> sinceSnapshot = new ArrayDeque<>();

  private ProcessorContext<String, byte[]> context;
  private RideStore rides;
  private SnapshotStore snapshot;
  private KeyValueStore<Long, Label> labels;
  private KeyValueStore<String, Progress> kept;
  private Progress progress;
  private ArrivalNet net;

  /**
   * @param first what training begins with; the same wherever the application runs
   * @param every labels from one snapshot to the next
   */
  Learner(ArrivalNet first, int every) {
    this.first = first;
    this.every = every;
  }

  /** Its stores, each with a changelog. */
  static Set<StoreBuilder<?>> newStores() {
    return Set.of(
        RideStore.builder(),
        SnapshotStore.builder(),
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(LABELS), Serdes.Long(), Formats.LABEL)
            .withCachingEnabled(),
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(PROGRESS), Serdes.String(), Formats.PROGRESS)
            .withCachingEnabled());
  }

  /** The name under which the network of a partition is published. */
  static String name(int partition) {
    return "arrival-" + partition;
  }

  /** Takes up what the stores hold. Kafka may call it again on this object, after a failure. */
  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    rides = new RideStore(context.getStateStore(RideStore.NAME));
    snapshot = new SnapshotStore(context.getStateStore(SnapshotStore.NAME), first);
    labels = context.getStateStore(LABELS);
    kept = context.getStateStore(PROGRESS);
    Progress before = kept.get(ONLY);
    progress = before == null ? Progress.NONE : before;
    net = snapshot.last();
    waiting.clear();
    sinceSnapshot.clear();
    try (KeyValueIterator<Long, Label> all = labels.all()) {
      while (all.hasNext()) {
        KeyValue<Long, Label> next = all.next();
        if (next.key <= progress.settled()) {
          learn(next.value);
          sinceSnapshot.add(next.value);
        } else {
          waiting.add(next.value);
        }
      }
    }
  }

  @Override
  public void process(Record<String, Event> record) {
    if (record.value() instanceof Event.Started started) {
      progress = progress.withRideAt(record.timestamp());
      rides.keep(record.key(), new Kept(progress.rides(), started.ride()));
    } else if (record.value() instanceof Event.Ended ended) {
      progress = progress.withLabelAt(record.timestamp());
      long offset = context.recordMetadata().orElseThrow().offset();
      Label label = new Label(offset, record.key(), progress.labels(), ended.minutes());
      labels.put(offset, label);
      waiting.add(label);
    }
    while (!waiting.isEmpty() && isDue(waiting.element())) {
      settle(waiting.remove(), record.timestamp());
    }
    kept.put(ONLY, progress);
  }

  private boolean isDue(Label label) {
    return rides.of(label) != null
        || progress.rides() - label.clock() > RideStore.WITHIN.toMillis();
  }

  private void settle(Label label, long timestamp) {
    learn(label);
    sinceSnapshot.add(label);
    progress = progress.withSettled(label.offset());
    if (sinceSnapshot.size() == every) {
      takeSnapshot(timestamp);
      rides.forgetBefore(label.clock());
    }
  }

  private void learn(Label label) {
    Ride ride = rides.of(label);
    if (ride == null) {
      LOG.log(Level.DEBUG, "the label of {0} is left out: its ride did not come", label.key());
      return;
    }
    net.learn(new Trip(ride, label.minutes()), RATE);
  }

  /** Keeps and publishes what was learned; goes back to the last snapshot if it is not finite. */
  private void takeSnapshot(long timestamp) {
    try {
      String name = name(context.taskId().partition());
      context.forward(new Record<>(name, snapshot.take(net), timestamp));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the last {0} labels are left out: {1}", every, e.getMessage());
      net = snapshot.last();
    }
    for (Label label : sinceSnapshot) {
      labels.delete(label.offset());
      rides.delete(label.key());
    }
    sinceSnapshot.clear();
  }

  /** The network as it is: to look at, not to train. */
  ArrivalNet net() {
    return net;
  }

  /** How far it has come. */
  Progress progress() {
    return progress;
  }
}
