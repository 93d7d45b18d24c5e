package io.github.gradsmith.sample.kafka;

import io.github.gradsmith.sample.kafka.ArrivalNet.Ride;
import io.github.gradsmith.sample.kafka.ArrivalNet.Zone;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalTime;
import org.apache.kafka.common.serialization.Serde;

/**
 * How what is sent and what is kept becomes bytes. Enums go by name: constants may be reordered.
 */
final class Formats {
  static final Serde<Ride> RIDE = Binary.serde(Formats::write, Formats::ride);

  static final Serde<Event.Ended> ENDED =
      Binary.serde(
          (ended, out) -> out.writeDouble(ended.minutes()), in -> new Event.Ended(in.readDouble()));

  static final Serde<Kept> KEPT =
      Binary.serde(
          (kept, out) -> {
            out.writeLong(kept.clock());
            write(kept.ride(), out);
          },
          in -> new Kept(in.readLong(), ride(in)));

  static final Serde<Label> LABEL =
      Binary.serde(
          (label, out) -> {
            out.writeLong(label.offset());
            out.writeUTF(label.key());
            out.writeLong(label.clock());
            out.writeDouble(label.minutes());
          },
          in -> new Label(in.readLong(), in.readUTF(), in.readLong(), in.readDouble()));

  static final Serde<Progress> PROGRESS =
      Binary.serde(
          (progress, out) -> {
            out.writeLong(progress.rides());
            out.writeLong(progress.labels());
            out.writeLong(progress.settled());
          },
          in -> new Progress(in.readLong(), in.readLong(), in.readLong()));

  private Formats() {}

  private static void write(Ride ride, DataOutputStream out) throws IOException {
    out.writeDouble(ride.kilometres());
    out.writeInt(ride.start().toSecondOfDay());
    out.writeUTF(ride.zone().name());
    out.writeBoolean(ride.rain());
  }

  private static Ride ride(DataInputStream in) throws IOException {
    return new Ride(
        in.readDouble(),
        LocalTime.ofSecondOfDay(in.readInt()),
        Zone.valueOf(in.readUTF()),
        in.readBoolean());
  }
}
