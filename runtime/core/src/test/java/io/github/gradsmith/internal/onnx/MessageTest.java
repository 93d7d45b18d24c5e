package io.github.gradsmith.internal.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

/** Exact bytes, by hand from protobuf's description of its encoding. */
class MessageTest {
  @Test
  void numbersAreVarints() throws IOException {
    assertThat(bytes(new Message().number(1, 0))).isEqualTo(hex("08 00"));
    assertThat(bytes(new Message().number(1, 127))).isEqualTo(hex("08 7f"));
    assertThat(bytes(new Message().number(1, 128))).isEqualTo(hex("08 80 01"));
    assertThat(bytes(new Message().number(1, 150))).isEqualTo(hex("08 96 01"));
    assertThat(bytes(new Message().number(2, 1L << 35))).isEqualTo(hex("10 80 80 80 80 80 01"));
  }

  @Test
  void negativeNumbersTakeTenBytes() throws IOException {
    assertThat(bytes(new Message().number(3, -1)))
        .isEqualTo(hex("18 ff ff ff ff ff ff ff ff ff 01"));
    assertThat(bytes(new Message().number(3, Long.MIN_VALUE)))
        .isEqualTo(hex("18 80 80 80 80 80 80 80 80 80 01"));
  }

  @Test
  void fieldsFromSixteenOnHaveTagsOfTwoBytes() throws IOException {
    assertThat(bytes(new Message().number(15, 1))).isEqualTo(hex("78 01"));
    assertThat(bytes(new Message().number(16, 1))).isEqualTo(hex("80 01 01"));
    assertThat(bytes(new Message().number(20, 2))).isEqualTo(hex("a0 01 02"));
  }

  @Test
  void textsAreUtf8WithTheirLength() throws IOException {
    assertThat(bytes(new Message().text(2, "testing")))
        .isEqualTo(hex("12 07 74 65 73 74 69 6e 67"));
    assertThat(bytes(new Message().text(2, "σ"))).isEqualTo(hex("12 02 cf 83"));
    assertThat(bytes(new Message().text(2, ""))).isEqualTo(hex("12 00"));
  }

  @Test
  void realsAreLittleEndian() throws IOException {
    assertThat(bytes(new Message().real(2, 1f))).isEqualTo(hex("15 00 00 80 3f"));
    assertThat(bytes(new Message().real(2, -0.5f))).isEqualTo(hex("15 00 00 00 bf"));
  }

  @Test
  void messagesAreTakenAsTheyAre() throws IOException {
    Message inner = new Message().number(1, 150);
    Message outer = new Message().message(3, inner).message(4, new Message());
    inner.number(1, 1);
    assertThat(bytes(outer)).isEqualTo(hex("1a 03 08 96 01 22 00"));
    assertThat(outer.size()).isEqualTo(7);
  }

  @Test
  void valuesAreThoseOfTheirRange() throws IOException {
    float[] floats = {9, 1, -2, 9};
    assertThat(bytes(new Message().raw(9, RawValues.of(floats, 1, 3))))
        .isEqualTo(hex("4a 08 00 00 80 3f 00 00 00 c0"));
    double[] doubles = {9, 1};
    assertThat(bytes(new Message().raw(9, RawValues.of(doubles, 1, 2))))
        .isEqualTo(hex("4a 08 00 00 00 00 00 00 f0 3f"));
  }

  @Test
  void manyValuesAreAllWritten() throws IOException {
    float[] values = new float[5000];
    ByteBuffer expected = ByteBuffer.allocate(20_004).order(ByteOrder.LITTLE_ENDIAN);
    expected.put(hex("4a a0 9c 01")); // 20,000 bytes
    for (int i = 0; i < values.length; i++) {
      values[i] = i / 3f;
      expected.putFloat(values[i]);
    }
    assertThat(bytes(new Message().raw(9, RawValues.of(values, 0, values.length))))
        .isEqualTo(expected.array());
  }

  private static byte[] bytes(Message message) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.writeTo(out);
    assertThat(message.size()).isEqualTo(out.size());
    return out.toByteArray();
  }

  private static byte[] hex(String digits) {
    String[] pairs = digits.split(" ");
    byte[] bytes = new byte[pairs.length];
    for (int i = 0; i < pairs.length; i++) {
      bytes[i] = (byte) Integer.parseInt(pairs[i], 16);
    }
    return bytes;
  }
}
