package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import io.github.gradsmith.sample.kafka.ArrivalNet.Trip;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
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

  /**
   * How far a ride and its label may be apart, by the latest times of their topics. A label whose
   * ride did not come by then is given up, and a ride without a label is forgotten.
   */
  static final Duration WITHIN = Duration.ofDays(1);

  private static final Logger LOG = System.getLogger(Learner.class.getName());
  private static final String ONLY = "";

  private final ArrivalNet first;
  private final int every;

  private ProcessorContext<String, byte[]> context;
  private KeyValueStore<String, Kept> rides;
  private KeyValueStore<Long, Label> labels;
  private KeyValueStore<String, byte[]> snapshot;
  private KeyValueStore<String, Progress> kept;

  private ArrivalNet net;
  private Progress progress;
  private final Deque<Label> waiting = new ArrayDeque<>();
  private final Deque<Label> sinceSnapshot = new ArrayDeque<>();
  private long forgetAfter;

  /**
   * @param first what training begins with; the same wherever the application runs
   * @param every labels from one snapshot to the next
   */
  Learner(ArrivalNet first, int every) {
    this.first = first;
    this.every = every;
  }

  /** Its stores, each with a changelog. Rides may be many, so they lie on the disk. */
  static Set<StoreBuilder<?>> newStores() {
    return Set.of(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore("rides"), Serdes.String(), Formats.KEPT)
            .withCachingEnabled(),
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("labels"), Serdes.Long(), Formats.LABEL)
            .withCachingEnabled(),
        Stores.keyValueStoreBuilder(
            Stores.inMemoryKeyValueStore("snapshot"), Serdes.String(), Serdes.ByteArray()),
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore("progress"), Serdes.String(), Formats.PROGRESS)
            .withCachingEnabled());
  }

  /** The name under which the network of a partition is published. */
  static String name(int partition) {
    return "arrival-" + partition;
  }

  /** Takes up what the stores hold; Kafka may call it again on this object, after a failure. */
  @Override
  public void init(ProcessorContext<String, byte[]> context) {
    this.context = context;
    rides = context.getStateStore("rides");
    labels = context.getStateStore("labels");
    snapshot = context.getStateStore("snapshot");
    kept = context.getStateStore("progress");
    progress = kept.get(ONLY) == null ? Progress.NONE : kept.get(ONLY);
    forgetAfter = Long.MIN_VALUE;
    waiting.clear();
    sinceSnapshot.clear();
    net = lastSnapshot();
    try (KeyValueIterator<Long, Label> all = labels.all()) {
      while (all.hasNext()) {
        KeyValue<Long, Label> next = all.next();
        if (next.key <= progress.settled()) {
          sinceSnapshot.add(next.value);
          learn(next.value);
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
      rides.putIfAbsent(record.key(), new Kept(progress.rides(), started.ride()));
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
    return rideOf(label) != null || progress.rides() - label.clock() > WITHIN.toMillis();
  }

  private void settle(Label label, long timestamp) {
    if (!learn(label)) {
      LOG.log(Level.DEBUG, "the label of {0} is left out: its ride did not come", label.key());
    }
    sinceSnapshot.add(label);
    progress = progress.withSettled(label.offset());
    if (sinceSnapshot.size() == every) {
      takeSnapshot(timestamp);
      forget(label.clock() - WITHIN.toMillis());
    }
  }

  private boolean learn(Label label) {
    Ride ride = rideOf(label);
    if (ride == null) {
      return false;
    }
    net.learn(new Trip(ride, label.minutes()), RATE);
    return true;
  }

  private Ride rideOf(Label label) {
    Kept ride = rides.get(label.key());
    return ride != null && Math.abs(ride.clock() - label.clock()) <= WITHIN.toMillis()
        ? ride.ride()
        : null;
  }

  /** Keeps and publishes what was learned; goes back to the last snapshot if it is not finite. */
  private void takeSnapshot(long timestamp) {
    try {
      byte[] training = bytes(net::saveTraining);
      byte[] weights = bytes(net::save);
      snapshot.put(ONLY, training);
      context.forward(new Record<>(name(context.taskId().partition()), weights, timestamp));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the last {0} labels are left out: {1}", every, e.getMessage());
      net = lastSnapshot();
    }
    for (Label label : sinceSnapshot) {
      labels.delete(label.offset());
      rides.delete(label.key());
    }
    sinceSnapshot.clear();
  }

  /** Looks through all rides, so seldom: for each {@link #WITHIN} of time once. */
  private void forget(long before) {
    if (before <= forgetAfter) {
      return;
    }
    try (KeyValueIterator<String, Kept> all = rides.all()) {
      while (all.hasNext()) {
        KeyValue<String, Kept> next = all.next();
        if (next.value.clock() < before) {
          rides.delete(next.key);
        }
      }
    }
    forgetAfter = before + WITHIN.toMillis();
  }

  private ArrivalNet lastSnapshot() {
    ArrivalNet last = (ArrivalNet) first.copy();
    byte[] training = snapshot.get(ONLY);
    if (training != null) {
      try {
        last.load(new ByteArrayInputStream(training));
      } catch (IOException e) {
        throw new UncheckedIOException("from memory", e);
      }
    }
    return last;
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] bytes(Writing writing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writing.to(out);
    return out.toByteArray();
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
