package io.github.gradsmith.sample.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.FloatDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New weights under load: each answer belongs to the version that its header names. */
@Tag("core")
class SwapTest {
  private static final String NAME = "arrival";

  @TempDir private Path folder;

  /** Some of the files are damaged, so that the version before them answers on. */
  @Test
  void noAnswerIsFromMixedWeights() throws Exception {
    int swaps = 200;
    Random random = new Random(3);
    Iterator<ArrivalNet.Trip> trips = City.trips(3).iterator();
    Map<Long, ArrivalNet> versions = new HashMap<>(Map.of(-1L, App.FIRST));
    Map<String, Ride> asked = new HashMap<>();
    List<Long> times = new ArrayList<>();
    try (Broker broker = new Broker(2);
        KafkaStreams streams = scoring(broker.servers(), times)) {
      streams.start();
      try (var files = broker.producer(new ByteArraySerializer());
          var rides = broker.producer(Formats.RIDE.serializer())) {
        for (int version = 0; version < swaps; version++) {
          ArrivalNet net = drawn(random);
          byte[] file = Drawn.weights(net);
          if (version % 10 == 9) {
            file = Arrays.copyOf(file, file.length - 1 - random.nextInt(file.length - 1));
          } else {
            versions.put((long) version, net);
          }
          files.send(new ProducerRecord<>(RideTopology.WEIGHTS, 0, NAME, file));
          for (int i = 0; i < 100; i++) {
            Ride ride = trips.next().ride();
            String key = version + "-" + i;
            asked.put(key, ride);
            rides.send(new ProducerRecord<>(RideTopology.RIDES, key, ride));
          }
          while (size(times) < asked.size() - 300) {
            Thread.sleep(1);
          }
        }
      }
      var scores = broker.all(RideTopology.SCORES, new FloatDeserializer());
      while (scores.size() < asked.size()) {
        Thread.sleep(100);
        scores = broker.all(RideTopology.SCORES, new FloatDeserializer());
      }
      TreeSet<Long> seen = new TreeSet<>();
      for (var score : scores) {
        byte[] header = score.headers().lastHeader(NetProcessor.VERSION).value();
        long version = Long.parseLong(new String(header, StandardCharsets.UTF_8));
        seen.add(version);
        assertThat(versions).containsKey(version);
        assertThat(score.value()).isEqualTo(versions.get(version).minutes(asked.get(score.key())));
      }
      assertThat(scores).hasSameSizeAs(asked.keySet());
      assertThat(seen).hasSizeGreaterThan(swaps / 10);
      print(times, seen.size());
    }
  }

  /** The same between a thread that swaps without pause and one that asks. */
  @Test
  void aVersionAndItsNetworkAreSwappedInOneWrite() throws Exception {
    Random random = new Random(4);
    ArrivalNet[] nets = {drawn(random), drawn(random)};
    byte[][] files = {Drawn.weights(nets[0]), Drawn.weights(nets[1])};
    Weights weights = new Weights(App.FIRST);
    MockProcessorContext<Void, Void> context =
        new MockProcessorContext<>(new Properties(), new TaskId(0, 0), null);
    var store =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Weights.STORE), Serdes.String(), Serdes.Long())
            .withLoggingDisabled()
            .build();
    store.init(context.getStateStoreContext(), store);
    Processor<String, byte[], Void, Void> loader = weights.get();
    loader.init(context);
    Ride ride = City.trips(4).findFirst().orElseThrow().ride();
    float[] expected = {nets[0].minutes(ride), nets[1].minutes(ride)};
    CompletableFuture<Void> swapping =
        CompletableFuture.runAsync(
            () -> {
              for (int version = 0; version < 5_000; version++) {
                context.setRecordMetadata(RideTopology.WEIGHTS, 0, version);
                loader.process(new Record<>(NAME, files[version % 2], 0));
              }
            });
    long asked = 0;
    while (!swapping.isDone()) {
      Weights.Generation newest = weights.newest(NAME);
      if (newest.version() >= 0) {
        ArrivalNet net = (ArrivalNet) newest.net().replica();
        assertThat(net.minutes(ride)).isEqualTo(expected[(int) (newest.version() % 2)]);
        asked++;
      }
    }
    swapping.get();
    assertThat(asked).isGreaterThan(100);
    assertThat(store.get(NAME)).isEqualTo(4_999);
  }

  private KafkaStreams scoring(String servers, List<Long> times) {
    StreamsBuilder builder = new StreamsBuilder();
    Weights weights = RideTopology.weights(builder, App.FIRST);
    RideTopology.score(
        RideTopology.rides(builder),
        () -> new Timed(new NetProcessor(weights, partition -> NAME), times));
    return new KafkaStreams(builder.build(), App.settings(servers, folder));
  }

  /** Weights that nobody learned: answers of two of them differ for every ride. */
  private static ArrivalNet drawn(Random random) {
    ArrivalNet net = (ArrivalNet) App.FIRST.copy();
    float[] parameters = new float[net.parameterCount()];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = (float) random.nextGaussian();
    }
    net.setParameters(parameters);
    return net;
  }

  private static int size(List<Long> times) {
    synchronized (times) {
      return times.size();
    }
  }

  private static void print(List<Long> times, int versions) {
    long[] sorted;
    synchronized (times) {
      sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    }
    System.out.printf(
        Locale.ROOT,
        "%d rides, %d versions of the weights: a record's processing took %.1f µs in the median,"
            + " %.1f µs at the 99th percentile, %.1f ms at most%n",
        sorted.length,
        versions,
        sorted[sorted.length / 2] / 1e3,
        sorted[sorted.length * 99 / 100] / 1e3,
        sorted[sorted.length - 1] / 1e6);
  }

  /** Scoring and handing on, serialized into the producer's buffer. */
  private record Timed(NetProcessor net, List<Long> times)
      implements FixedKeyProcessor<String, Ride, Scored<Ride>> {
    @Override
    public void init(FixedKeyProcessorContext<String, Scored<Ride>> context) {
      net.init(context);
    }

    @Override
    public void process(FixedKeyRecord<String, Ride> record) {
      long begin = System.nanoTime();
      net.process(record);
      long end = System.nanoTime();
      synchronized (times) {
        times.add(end - begin);
      }
    }
  }
}
