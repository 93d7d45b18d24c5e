package io.github.gradsmith.sample.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application and its traffic, as the page of this sample shows them. */
class RidesTest {
  @TempDir private Path folder;

  @Test
  void forecastsBecomeGood() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Broker broker = new Broker(4);
        KafkaStreams streams = Rides.start(App.settings(broker.servers(), folder))) {
      Traffic.run(broker.servers(), 20_000, new PrintStream(out, true, StandardCharsets.UTF_8));
      assertThat(streams.state().isRunningOrRebalancing()).isTrue();
    }
    String printed = out.toString(StandardCharsets.UTF_8);
    System.out.print(printed);
    List<Double> errors =
        printed
            .lines()
            .map(line -> Double.parseDouble(line.replaceAll(".*by +([0-9.]+) minutes.*", "$1")))
            .toList();
    assertThat(errors).hasSize(10);
    // The mean of a normal distribution's absolute value, which nobody can go below.
    double least = City.NOISE * Math.sqrt(2 / Math.PI);
    assertThat(errors.get(9)).isBetween(least * 0.95, errors.get(0) / 2);
  }

  @Test
  void otherNumbersOfPartitionsAreRefused() throws Exception {
    try (Broker broker = new Broker(2);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.servers()))) {
      Topics.create(broker.servers(), 5);
      admin.createPartitions(Map.of(RideTopology.LABELS, NewPartitions.increaseTo(3))).all().get();
      assertThatThrownBy(() -> Topics.create(broker.servers(), 2))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("rides has 2 partitions and labels has 3");
    }
  }
}
