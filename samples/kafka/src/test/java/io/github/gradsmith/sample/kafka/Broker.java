package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.Drawn.LabelAt;
import io.github.gradsmith.sample.kafka.Drawn.RideAt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A broker in this JVM, with the topics of the application. */
final class Broker implements AutoCloseable {
  private final KafkaClusterTestKit cluster;

  Broker(int partitions) throws Exception {
    cluster =
        new KafkaClusterTestKit.Builder(
                new TestKitNodes.Builder()
                    .setCombined(true)
                    .setNumBrokerNodes(1)
                    .setNumControllerNodes(1)
                    .build())
            .setConfigProp("offsets.topic.num.partitions", "1")
            .setConfigProp("transaction.state.log.num.partitions", "1")
            // The kit starts as many brokers as it is told, and leaves these at 3.
            .setConfigProp("offsets.topic.replication.factor", "1")
            .setConfigProp("transaction.state.log.replication.factor", "1")
            .setConfigProp("transaction.state.log.min.isr", "1")
            .setConfigProp("group.min.session.timeout.ms", "1000")
            .setConfigProp("group.initial.rebalance.delay.ms", "0")
            // The times of the records are those of the rides.
            .setConfigProp("log.retention.ms", "-1")
            .build();
    cluster.format();
    cluster.startup();
    cluster.waitForReadyBrokers();
    Topics.create(servers(), partitions);
  }

  String servers() {
    return cluster.bootstrapServers();
  }

  /** Sends all that is drawn; the place in the list is the number of the partition. */
  void send(List<Drawn> drawn) {
    send(drawn, 0, 1);
  }

  /** Sends a slice of each list: from one share of its length to another. */
  void send(List<Drawn> drawn, double from, double to) {
    try (var rides = producer(Formats.RIDE.serializer());
        var labels = producer(Formats.ENDED.serializer())) {
      for (int partition = 0; partition < drawn.size(); partition++) {
        for (RideAt ride : slice(drawn.get(partition).rides, from, to)) {
          rides.send(
              new ProducerRecord<>(
                  RideTopology.RIDES, partition, ride.time(), ride.key(), ride.ride()));
        }
        for (LabelAt label : slice(drawn.get(partition).labels, from, to)) {
          labels.send(
              new ProducerRecord<>(
                  RideTopology.LABELS,
                  partition,
                  label.time(),
                  label.key(),
                  new Event.Ended(label.minutes())));
        }
      }
    }
  }

  private static <T> List<T> slice(List<T> all, double from, double to) {
    return all.subList((int) (from * all.size()), (int) (to * all.size()));
  }

  <V> KafkaProducer<String, V> producer(Serializer<V> values) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers(), "linger.ms", 5), new StringSerializer(), values);
  }

  /** All committed records of a topic, in their order. */
  <V> List<ConsumerRecord<String, V>> all(String topic, Deserializer<V> values) {
    List<ConsumerRecord<String, V>> all = new ArrayList<>();
    try (KafkaConsumer<String, V> consumer = consumer(topic, values)) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      consumer.seekToBeginning(consumer.assignment());
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  <V> KafkaConsumer<String, V> consumer(String topic, Deserializer<V> values) {
    KafkaConsumer<String, V> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers(), "isolation.level", "read_committed"),
            new StringDeserializer(),
            values);
    consumer.assign(
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList());
    return consumer;
  }

  /** The files that the learners have published, by the names of their networks. */
  Map<String, List<byte[]>> published() {
    Map<String, List<byte[]>> published = new TreeMap<>();
    for (var record : all(RideTopology.WEIGHTS, new ByteArrayDeserializer())) {
      published.computeIfAbsent(record.key(), name -> new ArrayList<>()).add(record.value());
    }
    return published;
  }

  @Override
  public void close() {
    try {
      cluster.close();
    } catch (Exception e) {
      throw new IllegalStateException("the broker does not stop", e);
    }
  }
}
