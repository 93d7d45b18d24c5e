package io.github.gradsmith.sample.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import io.github.gradsmith.sample.kafka.ArrivalNet.Zone;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is written is read again; what is damaged is refused as Kafka expects it. */
@Tag("core")
class FormatsTest {
  private final Random random = new Random(6);

  @Test
  void recordsComeBack() {
    for (int i = 0; i < 10_000; i++) {
      Ride ride =
          new Ride(
              Math.abs(random.nextGaussian() * Math.pow(10, random.nextInt(10))),
              LocalTime.ofSecondOfDay(random.nextInt(86_400)),
              Zone.values()[random.nextInt(4)],
              random.nextBoolean());
      String key = Integer.toString(random.nextInt(), 36) + "é";
      long offset = random.nextLong();
      assertComesBack(Formats.RIDE, ride);
      assertComesBack(Formats.ENDED, new Event.Ended(ride.kilometres()));
      assertComesBack(Formats.KEPT, new Kept(random.nextLong(), ride));
      assertComesBack(Formats.LABEL, new Label(offset, key, random.nextLong(), ride.kilometres()));
      assertComesBack(Formats.PROGRESS, new Progress(random.nextLong(), random.nextLong(), offset));
    }
  }

  @Test
  void randomBytesAreReadOrRefused() {
    byte[] whole = Formats.RIDE.serializer().serialize("", ride());
    int refused = 0;
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
      try {
        Ride read = Formats.RIDE.deserializer().deserialize("rides", bytes);
        assertThat(read.kilometres()).isNotNegative().isFinite();
      } catch (SerializationException e) {
        refused++;
        assertThat(e).hasMessageStartingWith("a record of rides is damaged");
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }

  @Test
  void longerAndShorterOnesAreRefused() {
    byte[] whole = Formats.RIDE.serializer().serialize("", ride());
    for (int length : new int[] {0, whole.length - 1, whole.length + 1}) {
      assertThatThrownBy(
              () -> Formats.RIDE.deserializer().deserialize("", Arrays.copyOf(whole, length)))
          .isInstanceOf(SerializationException.class);
    }
  }

  private static Ride ride() {
    return new Ride(7, LocalTime.NOON, Zone.HARBOUR, true);
  }

  private static <T> void assertComesBack(Serde<T> form, T value) {
    byte[] bytes = form.serializer().serialize("", value);
    assertThat(form.deserializer().deserialize("", bytes)).isEqualTo(value);
  }
}
