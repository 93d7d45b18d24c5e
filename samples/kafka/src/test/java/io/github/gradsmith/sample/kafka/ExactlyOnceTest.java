package io.github.gradsmith.sample.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a broker: whatever happens, each label is one step, and the weights have the same bits. */
@Tag("core")
class ExactlyOnceTest {
  private static final int PARTITIONS = 2;

  @TempDir private Path folder;

  private static List<Drawn> drawn(int trips, long seed) {
    return IntStream.range(0, PARTITIONS).mapToObj(p -> new Drawn(trips, seed + p)).toList();
  }

  /** A snapshot is made and sent, but not yet committed, when the thread dies. */
  @Test
  void crashesBetweenSnapshotAndCommit() throws Exception {
    int every = 37;
    List<Drawn> drawn = drawn(1500, 100);
    AtomicInteger crashes = new AtomicInteger();
    try (Broker broker = new Broker(PARTITIONS)) {
      broker.send(drawn);
      App.Hook crash =
          (partition, before, after) -> {
            boolean snapshot =
                after.settled() > before.settled() && (after.settled() + 1) % every == 0;
            if (snapshot && after.settled() > 600 * crashes.get() && crashes.get() < 2) {
              crashes.incrementAndGet();
              throw new IllegalStateException("crash " + crashes + " for the test");
            }
          };
      try (App app = new App(broker.servers(), folder, every, crash)) {
        App.await(drawn, app);
        app.stop();
        assertThat(crashes.get()).isEqualTo(2);
        assertWeights(drawn, every, broker, app.learners);
      }
    }
  }

  /** A second instance comes, the first one goes, and comes back. */
  @Test
  void instancesComeAndGo() throws Exception {
    int every = 53;
    List<Drawn> drawn = drawn(3000, 200);
    try (Broker broker = new Broker(PARTITIONS)) {
      broker.send(drawn, 0, 0.3);
      App first = new App(broker.servers(), folder.resolve("1"), every, (p, b, a) -> {});
      awaitAny(drawn, 0.2, first);
      try (App second = new App(broker.servers(), folder.resolve("2"), every, (p, b, a) -> {})) {
        broker.send(drawn, 0.3, 0.6);
        awaitAny(drawn, 0.5, first, second);
        while (second.learners.isEmpty()) {
          Thread.sleep(20);
        }
        first.stop();
        broker.send(drawn, 0.6, 1);
        App.await(drawn, first, second);
        second.stop();
      }
      // Whoever comes last makes the steps since the last snapshot again.
      try (App third = new App(broker.servers(), folder.resolve("3"), every, (p, b, a) -> {})) {
        while (third.learners.size() < PARTITIONS) {
          Thread.sleep(20);
        }
        third.stop();
        assertWeights(drawn, every, broker, third.learners);
      }
    }
  }

  private static void awaitAny(List<Drawn> drawn, double share, App... apps)
      throws InterruptedException {
    for (int partition = 0; partition < drawn.size(); partition++) {
      long settled = -1;
      while (settled < share * drawn.get(partition).labels.size() - 200) {
        Thread.sleep(20);
        for (App app : apps) {
          settled = Math.max(settled, app.settled(partition));
        }
      }
    }
  }

  /** Those of the loop: at the end, and in each file that was published, none of them twice. */
  static void assertWeights(
      List<Drawn> drawn, int every, Broker broker, Map<Integer, Learner> learners) {
    Map<String, List<byte[]>> published = broker.published();
    for (int partition = 0; partition < drawn.size(); partition++) {
      assertThat(Drawn.training(learners.get(partition).net()))
          .as("partition %s", partition)
          .isEqualTo(Drawn.training(drawn.get(partition).learned(App.FIRST)));
      List<byte[]> expected = drawn.get(partition).published(App.FIRST, every);
      List<byte[]> files = published.get(Learner.name(partition));
      assertThat(files).hasSameSizeAs(expected);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(files.get(i)).as("file %s", i).isEqualTo(expected.get(i));
      }
    }
  }
}
