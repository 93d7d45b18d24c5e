package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.KStream;

/**
 * Scores rides and learns from their labels, until it is stopped; start it as often as you like.
 */
public final class Rides {
  /** Labels from one snapshot of a learner to the next. */
  static final int EVERY = 500;

  private Rides() {}

  /**
   * Runs one instance of the application.
   *
   * @param arguments the brokers, {@code localhost:9092} if there are none
   */
  public static void main(String[] arguments) throws InterruptedException {
    String servers = arguments.length > 0 ? arguments[0] : "localhost:9092";
    Topics.create(servers, 4);
    KafkaStreams streams = start(settings(servers));
    Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
  }

  /**
   * Each partition learns its own network, and is scored with it. A thread that fails is replaced.
   */
  static KafkaStreams start(Properties settings) {
    ArrivalNet first = City.beginner();
    StreamsBuilder builder = new StreamsBuilder();
    Weights weights = RideTopology.weights(builder, first);
    KStream<String, Ride> rides = RideTopology.rides(builder);
    RideTopology.score(rides, () -> new NetProcessor(weights, Learner::name));
    RideTopology.learn(builder, rides, () -> new Learner(first, EVERY));
    KafkaStreams streams = new KafkaStreams(builder.build(), settings);
    streams.setUncaughtExceptionHandler(e -> StreamThreadExceptionResponse.REPLACE_THREAD);
    streams.start();
    return streams;
  }

  /** Exactly once; a record that cannot be read is logged and left out. */
  static Properties settings(String servers) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "rides");
    settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, servers);
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueExceptionHandler.class);
    return settings;
  }
}
