package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Scores each ride with the newest weights, and says in a header which ones these were. */
final class NetProcessor implements FixedKeyProcessor<String, Ride, Scored<Ride>> {
  /** The header: the version of the weights, as text. */
  static final String VERSION = "weights-version";

  private final Weights weights;
  private final IntFunction<String> names;
  private FixedKeyProcessorContext<String, Scored<Ride>> context;
  private String name;
  private Weights.Generation used;
  private ArrivalNet net;

  /**
   * @param names the name of the network that scores a partition
   */
  NetProcessor(Weights weights, IntFunction<String> names) {
    this.weights = weights;
    this.names = names;
  }

  @Override
  public void init(FixedKeyProcessorContext<String, Scored<Ride>> context) {
    this.context = context;
    name = names.apply(context.taskId().partition());
  }

  @Override
  public void process(FixedKeyRecord<String, Ride> record) {
    Weights.Generation newest = weights.newest(name);
    if (newest != used) {
      net = (ArrivalNet) newest.net().replica();
      used = newest;
    }
    FixedKeyRecord<String, Scored<Ride>> scored =
        record
            .withValue(new Scored<>(record.value(), net.minutes(record.value())))
            .withHeaders(record.headers());
    scored.headers().add(VERSION, Long.toString(used.version()).getBytes(StandardCharsets.UTF_8));
    context.forward(scored);
  }
}
