package io.github.gradsmith.sample.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Records as bytes: their components, one after the other. */
final class Binary {
  /** Writes the components of a value. */
  interface Writer<T> {
    void write(T value, DataOutputStream out) throws IOException;
  }

  /** Reads the components of a value. */
  interface Reader<T> {
    T read(DataInputStream in) throws IOException;
  }

  private Binary() {}

  /** A form of two methods that are each other's reverse. */
  static <T> Serde<T> serde(Writer<T> writer, Reader<T> reader) {
    return Serdes.serdeFrom(
        (topic, value) -> value == null ? null : write(value, writer),
        (topic, bytes) -> bytes == null ? null : read(topic, bytes, reader));
  }

  private static <T> byte[] write(T value, Writer<T> writer) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.write(value, new DataOutputStream(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("to memory", e);
    }
    return bytes.toByteArray();
  }

  private static <T> T read(String topic, byte[] bytes, Reader<T> reader) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      T value = reader.read(in);
      if (in.read() >= 0) {
        throw new SerializationException("a record of " + topic + " is longer than expected");
      }
      return value;
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new SerializationException(
          "a record of " + topic + " is damaged: " + e.getMessage(), e);
    }
  }
}
