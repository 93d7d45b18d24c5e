package io.github.gradsmith.safetensors;

import static io.github.gradsmith.fuzz.Mutations.one;
import static io.github.gradsmith.safetensors.RawFile.tensor;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.internal.file.HalfPrecision;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Random tensors of all types load to exactly the values that were written. */
class RandomTensorsTest {
  private static final String[] READ = {"F16", "BF16", "F32", "F64"};
  private static final String[] NAMED = {"I64", "U8", "BOOL", "C64", "F8_E4M3"};

  private record Expected(int[] shape, double[] values) {}

  private final Map<String, Expected> expected = new LinkedHashMap<>();
  private final ByteBuffer data = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

  @Test
  void valuesAreThoseWritten() throws IOException {
    for (int seed = 0; seed < 400; seed++) {
      byte[] file = file(new Random(seed * 7919L));

      Safetensors content =
          Safetensors.read(
              new ByteArrayInputStream(file), (metadata, tensors) -> expected.keySet());

      assertThat(content.tensors().keySet()).as("seed %d", seed).isEqualTo(expected.keySet());
      expected.forEach(
          (name, tensor) -> {
            assertThat(content.tensors().get(name).shape()).as(name).isEqualTo(tensor.shape());
            assertThat(content.tensors().get(name).toDoubles()).as(name).isEqualTo(tensor.values());
          });
    }
  }

  private byte[] file(Random random) {
    expected.clear();
    data.clear();
    List<String> entries = new ArrayList<>();
    for (int k = 0; k < 1 + random.nextInt(5); k++) {
      String name = one(random, "layer", "fc.µ", "0.") + k;
      int[] shape = random.ints(random.nextInt(4), 0, 5).toArray();
      int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
      int begin = data.position();
      String type = random.nextInt(4) == 0 ? one(random, NAMED) : one(random, READ);
      if (Arrays.asList(READ).contains(type)) {
        expected.put(name, new Expected(shape, put(type, size, random)));
      } else {
        data.position(begin + size * (type.endsWith("64") ? 8 : 1));
      }
      String range = "[" + begin + ", " + data.position() + "]";
      entries.add(tensor(name, type, Arrays.toString(shape), range));
    }
    if (random.nextBoolean()) {
      entries.add("\"__metadata__\": {\"format\": \"pt\"}");
    }
    Collections.shuffle(entries, random);
    String blank = one(random, "", " ", "\n\t");
    String header = entries.stream().collect(Collectors.joining("," + blank, "{" + blank, "}"));
    return RawFile.of(header + " ".repeat(random.nextInt(9)), content());
  }

  private byte[] content() {
    return Arrays.copyOf(data.array(), data.position());
  }

  private double[] put(String type, int size, Random random) {
    double[] values = new double[size];
    for (int k = 0; k < size; k++) {
      short bits = (short) random.nextInt();
      float single = Float.intBitsToFloat(random.nextInt());
      switch (type) {
        case "F16", "BF16" -> data.putShort(bits);
        case "F32" -> data.putFloat(single);
        default -> data.putDouble(single * 3.1);
      }
      values[k] =
          switch (type) {
            case "F16" -> value(bits & 0xffff, 5, 10);
            case "BF16" -> value(bits & 0xffff, 8, 7);
            case "F32" -> single;
            default -> single * 3.1;
          };
    }
    return values;
  }

  /** The number that bits of a sign, an exponent and a fraction mean, as IEEE 754 defines it. */
  private static double value(int bits, int exponentBits, int fractionBits) {
    int steps = 1 << fractionBits;
    int largest = (1 << exponentBits) - 1;
    int exponent = bits / steps % (largest + 1);
    double fraction = bits % steps / (double) steps;
    double sign = bits >> 15 == 0 ? 1 : -1;
    if (exponent == largest) {
      return fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
    }
    double scale = StrictMath.pow(2, Math.max(exponent, 1) - largest / 2);
    return sign * scale * (exponent == 0 ? fraction : 1 + fraction);
  }

  @Test
  void everyHalfAndBrainFloatIsExact() {
    for (int bits = 0; bits < 1 << 16; bits++) {
      double[] read = {HalfPrecision.ofHalf((short) bits), HalfPrecision.ofBrain((short) bits)};
      assertThat(read).isEqualTo(new double[] {value(bits, 5, 10), value(bits, 8, 7)});
    }
  }
}
