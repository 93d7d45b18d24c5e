package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Trip;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.FloatDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends rides, waits for their forecasts, says then how long they took, and how wrong that was. */
public final class Traffic {
  private static final int AT_ONCE = 200;
  private static final int LINE = 2000;

  private Traffic() {}

  /**
   * Sends 20,000 rides, or as many as are asked for.
   *
   * @param arguments the brokers, {@code localhost:9092} if there are none; the number of rides
   */
  public static void main(String[] arguments) {
    String servers = arguments.length > 0 ? arguments[0] : "localhost:9092";
    run(servers, arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20_000, System.out);
  }

  static void run(String servers, int rides, PrintStream out) {
    String run = UUID.randomUUID().toString();
    Iterator<Trip> trips = City.trips(run.hashCode()).iterator();
    Map<String, Trip> under = new HashMap<>();
    try (var began = producer(servers, Formats.RIDE.serializer());
        var ended = producer(servers, Formats.ENDED.serializer());
        var scores = scores(servers)) {
      int sent = 0;
      int answered = 0;
      double wrong = 0;
      while (answered < rides) {
        for (; sent < rides && under.size() < AT_ONCE; sent++) {
          Trip trip = trips.next();
          under.put(run + "/" + sent, trip);
          began.send(new ProducerRecord<>(RideTopology.RIDES, run + "/" + sent, trip.ride()));
        }
        for (ConsumerRecord<String, Float> score : scores.poll(Duration.ofSeconds(1))) {
          Trip trip = under.remove(score.key());
          if (trip == null) {
            continue;
          }
          wrong += Math.abs(score.value() - trip.minutes());
          ended.send(
              new ProducerRecord<>(
                  RideTopology.LABELS, score.key(), new Event.Ended(Math.max(0, trip.minutes()))));
          if (++answered % LINE == 0) {
            out.printf(
                Locale.ROOT,
                "rides %6d  forecasts are wrong by %5.2f minutes  weights %s%n",
                answered,
                wrong / LINE,
                version(score));
            wrong = 0;
          }
        }
      }
    }
  }

  private static String version(ConsumerRecord<String, Float> score) {
    return new String(
        score.headers().lastHeader(NetProcessor.VERSION).value(), StandardCharsets.UTF_8);
  }

  private static <V> KafkaProducer<String, V> producer(String servers, Serializer<V> values) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers, "linger.ms", 5), new StringSerializer(), values);
  }

  private static KafkaConsumer<String, Float> scores(String servers) {
    KafkaConsumer<String, Float> scores =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new FloatDeserializer());
    scores.assign(
        scores.partitionsFor(RideTopology.SCORES).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList());
    scores.seekToEnd(scores.assignment());
    List.copyOf(scores.assignment()).forEach(scores::position);
    return scores;
  }
}
