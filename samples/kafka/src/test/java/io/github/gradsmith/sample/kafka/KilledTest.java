package io.github.gradsmith.sample.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed at random moments, and nobody can tell from the weights. */
class KilledTest {
  private static final int EVERY = 173;
  private static final int TRIPS = 26_000;

  @TempDir private Path folder;

  @Test
  void killedProcessesLeaveNoTrace() throws Exception {
    int kills = Integer.getInteger("kafka.kills", 10);
    Random random = new Random(kills);
    List<Drawn> drawn = List.of(new Drawn(TRIPS, 300), new Drawn(TRIPS, 301));
    long labels = drawn.stream().mapToLong(one -> one.labels.size()).sum();
    long records = labels + drawn.stream().mapToLong(one -> one.rides.size()).sum();
    assertThat(records).isGreaterThan(100_000);
    long[] moments = random.longs(kills, 1, labels).sorted().toArray();
    try (Broker broker = new Broker(2);
        Admin admin = Admin.create(Map.of("bootstrap.servers", broker.servers()))) {
      broker.send(drawn);
      for (long moment : moments) {
        Process victim = victim(broker.servers());
        awaitCommitted(admin, moment, victim);
        Thread.sleep(random.nextInt(100));
        long committed = committed(admin);
        victim.destroyForcibly().waitFor();
        System.out.printf(
            Locale.ROOT, "killed with about %d of %d labels committed%n", committed, labels);
      }
      Process last = victim(broker.servers());
      awaitCommitted(admin, labels, last);
      last.destroyForcibly().waitFor();
      // On another machine: nothing but what the topics hold.
      try (App app = new App(broker.servers(), folder.resolve("new"), EVERY, (p, b, a) -> {})) {
        App.await(drawn, app);
        app.stop();
        ExactlyOnceTest.assertWeights(drawn, EVERY, broker, app.learners);
      }
    }
  }

  private Process victim(String servers) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Victim.class.getName(),
            servers,
            folder.resolve("state").toString(),
            Integer.toString(EVERY))
        .inheritIO()
        .start();
  }

  private static void awaitCommitted(Admin admin, long labels, Process victim) throws Exception {
    long until = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (committed(admin) < labels) {
      assertThat(victim.isAlive()).isTrue();
      assertThat(System.nanoTime()).isLessThan(until);
      Thread.sleep(20);
    }
  }

  /** How many labels the application has read, as far as a transaction was committed. */
  private static long committed(Admin admin) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        admin.listConsumerGroupOffsets("rides").partitionsToOffsetAndMetadata().get();
    return offsets.entrySet().stream()
        .filter(entry -> entry.getKey().topic().equals(RideTopology.LABELS))
        .filter(entry -> entry.getValue() != null)
        .mapToLong(entry -> entry.getValue().offset())
        .sum();
  }
}
