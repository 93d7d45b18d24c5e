package io.github.gradsmith.sample.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** An instance of the application whose learners can be looked at, and made to fail. */
final class App implements AutoCloseable {
  static final ArrivalNet FIRST = City.beginner();

  /** Called after each record of a learner, and before anything is committed; may throw. */
  interface Hook {
    void processed(int partition, Progress before, Progress after);
  }

  /** The learner of each partition that was here last. */
  final Map<Integer, Learner> learners = new ConcurrentHashMap<>();

  private final Map<Integer, Long> settled = new ConcurrentHashMap<>();
  private final KafkaStreams streams;

  App(String servers, Path state, int every, Hook hook) {
    StreamsBuilder builder = new StreamsBuilder();
    Weights weights = RideTopology.weights(builder, FIRST);
    var rides = RideTopology.rides(builder);
    RideTopology.score(rides, () -> new NetProcessor(weights, Learner::name));
    RideTopology.learn(builder, rides, () -> new Watched(new Learner(FIRST, every), hook));
    streams = new KafkaStreams(builder.build(), settings(servers, state));
    streams.setUncaughtExceptionHandler(e -> StreamThreadExceptionResponse.REPLACE_THREAD);
    streams.start();
  }

  /** Those of the application; whoever is gone is missed after three seconds. */
  static Properties settings(String servers, Path state) {
    Properties settings = Rides.settings(servers);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 3000);
    settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 500);
    settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 6000);
    return settings;
  }

  /** The last label of a partition that became a step here, −1 if there is none. */
  long settled(int partition) {
    return settled.getOrDefault(partition, -1L);
  }

  /** Waits until one of the instances has settled all labels of each partition. */
  static void await(List<Drawn> drawn, App... apps) throws InterruptedException {
    long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    for (int partition = 0; partition < drawn.size(); partition++) {
      long last = drawn.get(partition).labels.size() - 1;
      while (true) {
        long best = -1;
        for (App app : apps) {
          best = Math.max(best, app.settled(partition));
        }
        if (best == last) {
          break;
        }
        if (System.nanoTime() > until) {
          throw new AssertionError(
              "partition " + partition + " has come to label " + best + " of " + last);
        }
        Thread.sleep(20);
      }
    }
  }

  /** Leaves what is done committed; may be called twice. */
  void stop() {
    streams.close(
        CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }

  @Override
  public void close() {
    stop();
  }

  private final class Watched implements Processor<String, Event, String, byte[]> {
    private final Learner learner;
    private final Hook hook;
    private int partition;

    Watched(Learner learner, Hook hook) {
      this.learner = learner;
      this.hook = hook;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
      partition = context.taskId().partition();
      learner.init(context);
      learners.put(partition, learner);
      settled.put(partition, learner.progress().settled());
    }

    @Override
    public void process(Record<String, Event> record) {
      Progress before = learner.progress();
      learner.process(record);
      settled.put(partition, learner.progress().settled());
      hook.processed(partition, before, learner.progress());
    }
  }
}
