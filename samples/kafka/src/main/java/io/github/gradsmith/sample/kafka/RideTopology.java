package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** What flows from where to where. */
final class RideTopology {
  /** Rides as they begin; partitioned as {@link #LABELS}. */
  static final String RIDES = "rides";

  /** Minutes that rides have taken, by the same keys. */
  static final String LABELS = "labels";

  /** Forecasts, by the same keys. */
  static final String SCORES = "scores";

  /** Weight files by the name of the network: one partition, compacted. */
  static final String WEIGHTS = "weights";

  private static final Serde<String> KEY = Serdes.String();

  private RideTopology() {}

  /** The weights of the topic, on every instance. */
  static Weights weights(StreamsBuilder builder, ArrivalNet first) {
    Weights weights = new Weights(first);
    builder.addGlobalStore(
        Weights.store(), WEIGHTS, Consumed.with(KEY, Serdes.ByteArray()), weights);
    return weights;
  }

  /** Rides as they begin. */
  static KStream<String, Ride> rides(StreamsBuilder builder) {
    return builder.stream(RIDES, Consumed.with(KEY, Formats.RIDE))
        .filter((key, ride) -> key != null && ride != null);
  }

  /** From rides to scores. */
  static void score(
      KStream<String, Ride> rides, FixedKeyProcessorSupplier<String, Ride, Scored<Ride>> net) {
    rides
        .processValues(net)
        .mapValues(Scored::answer)
        .to(SCORES, Produced.with(KEY, Serdes.Float()));
  }

  /** From rides and labels to weights. */
  static void learn(StreamsBuilder builder, KStream<String, Ride> rides, LearnerSupplier learner) {
    KStream<String, Event> started = rides.mapValues(Event.Started::new);
    KStream<String, Event> ended =
        builder.stream(LABELS, Consumed.with(KEY, Formats.ENDED))
            .filter((key, label) -> key != null && label != null)
            .mapValues(label -> label);
    started.merge(ended).process(learner).to(WEIGHTS, Produced.with(KEY, Serdes.ByteArray()));
  }

  /** Makes a learner for each partition, with its stores. */
  @FunctionalInterface
  interface LearnerSupplier extends ProcessorSupplier<String, Event, String, byte[]> {
    @Override
    Processor<String, Event, String, byte[]> get();

    @Override
    default Set<StoreBuilder<?>> stores() {
      return Learner.newStores();
    }
  }
}
