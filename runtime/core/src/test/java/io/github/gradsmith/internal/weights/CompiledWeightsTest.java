package io.github.gradsmith.internal.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gradsmith.Topology;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CompiledWeightsTest {
  private static final Topology TOPOLOGY =
      Topology.builder()
          .layers(2, 3, 1)
          .activations("SIGMOID", "IDENTITY")
          .loss("HALF_SQUARED_ERROR")
          .build();
  private static final int COUNT = 3 * 2 + 3 + 3 + 1;
  private static final String TEXT = "[2, 3, 1] [SIGMOID, IDENTITY]";

  private static byte[] floats(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private static byte[] doubles(double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    return bytes.array();
  }

  private static float[] someFloats(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return values;
  }

  /** Numbers are cut anywhere, between bytes of one number, too. */
  private static String[] parts(Random random, byte[] bytes) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from < bytes.length) {
      int to = Math.min(bytes.length, from + 1 + random.nextInt(9));
      parts.add(Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, from, to)));
      from = to;
    }
    return parts.toArray(new String[0]);
  }

  @RepeatedTest(10)
  void numbersInTextsReturn(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    float[] floats = someFloats(random, 1 + random.nextInt(20));
    double[] doubles = random.doubles(1 + random.nextInt(20), -1, 1).toArray();
    assertThat(CompiledWeights.floats(parts(random, floats(floats)))).containsExactly(floats);
    assertThat(CompiledWeights.doubles(parts(random, doubles(doubles)))).containsExactly(doubles);
  }

  @Test
  void noTextHoldsNoNumber() {
    assertThat(CompiledWeights.floats()).isEmpty();
    assertThat(CompiledWeights.doubles("")).isEmpty();
  }

  @Test
  void aResourceHoldsWhatIsSaidOfIt() throws GeneralSecurityException {
    byte[] numbers = {1, 2, 3};
    byte[] resource = resource(numbers);
    byte[] magic = "GRADSMTH".getBytes(StandardCharsets.US_ASCII);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    byte[] name = digest.digest(TEXT.getBytes(StandardCharsets.UTF_8));
    ByteBuffer expected = ByteBuffer.allocate(8 + 32 + 3 + 32).put(magic).put(name).put(numbers);
    digest.update(expected.array(), 0, 8 + 32 + 3);
    assertThat(resource).isEqualTo(expected.put(digest.digest()).array());
    assertThat(CompiledWeights.topologyText(TOPOLOGY.widths(), TOPOLOGY.activations()))
        .isEqualTo(TEXT);
  }

  @Test
  void numbersInAResourceReturn() {
    float[] floats = someFloats(new Random(1), COUNT);
    double[] doubles = new Random(2).doubles(COUNT, -1, 1).toArray();
    assertThat(CompiledWeights.floats(in(resource(floats(floats))), TOPOLOGY))
        .containsExactly(floats);
    assertThat(CompiledWeights.doubles(in(resource(doubles(doubles))), TOPOLOGY))
        .containsExactly(doubles);
  }

  private static byte[] resource(byte[] numbers) {
    return resource(TEXT, numbers);
  }

  private static byte[] resource(String topology, byte[] numbers) {
    return CompiledWeights.resource(topology, numbers.length, content -> content.put(numbers));
  }

  private static InputStream in(byte[] content) {
    return new ByteArrayInputStream(content);
  }

  @Test
  void whatIsWrongWithAResourceIsSaid() {
    byte[] right = resource(new byte[4 * COUNT]);
    assertRefused(null, "is missing from the application");
    byte[] shorter = Arrays.copyOf(right, right.length - 1);
    String size = "has another size than the " + right.length + " bytes that it should have";
    assertRefused(in(shorter), size);
    assertRefused(in(Arrays.copyOf(right, right.length + 1)), size);
    byte[] other = resource("[2, 3, 1] [SIGMOID, TANH]", new byte[4 * COUNT]);
    assertRefused(in(other), "belongs to another network");
  }

  /** One bit, anywhere. */
  @Test
  void damageIsNoticed() {
    byte[] right = resource(new byte[4 * COUNT]);
    for (int i = 0; i < right.length; i++) {
      byte[] damaged = right.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      assertRefused(
          in(damaged), i < 40 ? "belongs to another network" : "is damaged: its checksum is not");
    }
  }

  @Test
  void aFailureToReadIsPassedOn() {
    IOException cause = new IOException("unplugged");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw cause;
          }
        };
    assertThatThrownBy(() -> CompiledWeights.floats(broken, TOPOLOGY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be read")
        .hasCause(cause);
  }

  private static void assertRefused(InputStream in, String message) {
    assertThatThrownBy(() -> CompiledWeights.floats(in, TOPOLOGY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("package the application with the file");
  }
}
