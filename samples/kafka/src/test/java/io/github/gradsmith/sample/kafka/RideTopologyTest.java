package io.github.gradsmith.sample.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import io.github.gradsmith.sample.kafka.ArrivalNet.Trip;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.FloatDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flows where, in one partition and without a broker. */
@Tag("core")
class RideTopologyTest {
  private static final ArrivalNet FIRST = City.beginner();
  private static final int EVERY = 20;

  @TempDir private Path folder;

  private TopologyTestDriver driver;
  private TestInputTopic<String, Ride> rides;
  private TestInputTopic<String, Event.Ended> labels;
  private TestInputTopic<String, byte[]> weights;
  private TestOutputTopic<String, Float> scores;
  private final Iterator<Trip> trips = City.trips(5).iterator();

  @BeforeEach
  void start() {
    StreamsBuilder builder = new StreamsBuilder();
    Weights newest = RideTopology.weights(builder, FIRST);
    var stream = RideTopology.rides(builder);
    RideTopology.score(stream, () -> new NetProcessor(newest, Learner::name));
    RideTopology.learn(builder, stream, () -> new Learner(FIRST, EVERY));
    Properties settings = App.settings("none:1", folder);
    driver = new TopologyTestDriver(builder.build(), settings);
    StringSerializer key = new StringSerializer();
    rides = driver.createInputTopic(RideTopology.RIDES, key, Formats.RIDE.serializer());
    labels = driver.createInputTopic(RideTopology.LABELS, key, Formats.ENDED.serializer());
    weights = driver.createInputTopic(RideTopology.WEIGHTS, key, new ByteArraySerializer());
    scores =
        driver.createOutputTopic(
            RideTopology.SCORES, new StringDeserializer(), new FloatDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void newWeightsAnswerFromTheNextRideOn() {
    ArrivalNet one = learned(1);
    ArrivalNet two = learned(2);
    assertScore(FIRST, "-1");
    weights.pipeInput("arrival-0", Drawn.weights(one));
    assertScore(one, "0");
    assertScore(one, "0");
    weights.pipeInput("arrival-1", Drawn.weights(two));
    assertScore(one, "0");
    weights.pipeInput("arrival-0", Drawn.weights(two));
    assertScore(two, "2");
    weights.pipeInput("arrival-0", (byte[]) null);
    assertScore(FIRST, "-1");
  }

  /** Cut off, of another network, with a NaN, nonsense. */
  @Test
  void weightsThatCannotBeUsedChangeNothing() {
    ArrivalNet one = learned(1);
    byte[] file = Drawn.weights(one);
    weights.pipeInput("arrival-0", file);
    byte[] notANumber = file.clone();
    Arrays.fill(notANumber, file.length - 4, file.length, (byte) 0xff);
    String text = new String(file, StandardCharsets.ISO_8859_1);
    for (byte[] damaged :
        new byte[][] {
          Arrays.copyOf(file, file.length - 1),
          new byte[0],
          "nonsense".getBytes(StandardCharsets.UTF_8),
          notANumber,
          text.replace("layer2", "layer9").getBytes(StandardCharsets.ISO_8859_1),
          text.replace("HARBOUR", "STATION").getBytes(StandardCharsets.ISO_8859_1)
        }) {
      assertThat(damaged).isNotEqualTo(file);
      weights.pipeInput("arrival-0", damaged);
      assertScore(one, "0");
    }
  }

  @Test
  void whatIsLearnedAnswersFromTheNextSnapshotOn() {
    ArrivalNet expected = (ArrivalNet) FIRST.copy();
    for (int i = 0; i < EVERY; i++) {
      Trip trip = trips.next();
      String key = "ride" + i;
      rides.pipeInput(key, trip.ride());
      assertThat(scores.readValue()).isEqualTo(FIRST.minutes(trip.ride()));
      labels.pipeInput(key, new Event.Ended(trip.minutes()));
      expected.learn(trip, 0.003f);
    }
    assertScore(expected, "0");
  }

  /** A record that cannot be read is left out, and the next one is not. */
  @Test
  void damagedRecordsAreLeftOut() {
    var raw =
        driver.createInputTopic(
            RideTopology.RIDES, new StringSerializer(), new ByteArraySerializer());
    byte[] whole = Formats.RIDE.serializer().serialize("", trips.next().ride());
    raw.pipeInput("cut", Arrays.copyOf(whole, whole.length - 1));
    raw.pipeInput("long", Arrays.copyOf(whole, whole.length + 1));
    raw.pipeInput("null", null);
    byte[] notANumber = whole.clone();
    Arrays.fill(notANumber, 0, 8, (byte) 0xff);
    raw.pipeInput("NaN", notANumber);
    rides.pipeInput(null, trips.next().ride());
    assertThat(scores.isEmpty()).isTrue();
    assertScore(FIRST, "-1");
  }

  /** Answer and version, of another ride each time. */
  private void assertScore(ArrivalNet net, String version) {
    Ride ride = trips.next().ride();
    rides.pipeInput("ride", ride);
    TestRecord<String, Float> score = scores.readRecord();
    assertThat(score.value()).isEqualTo(net.minutes(ride));
    byte[] header = score.headers().lastHeader(NetProcessor.VERSION).value();
    assertThat(new String(header, StandardCharsets.UTF_8)).isEqualTo(version);
  }

  private static ArrivalNet learned(long seed) {
    ArrivalNet net = (ArrivalNet) FIRST.copy();
    City.trips(seed).limit(100).forEach(trip -> net.learn(trip, 0.01f));
    return net;
  }
}
