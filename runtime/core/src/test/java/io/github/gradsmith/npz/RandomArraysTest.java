package io.github.gradsmith.npz;

import static io.github.gradsmith.fuzz.Mutations.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.safetensors.Tensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random arrays in random files of every form load to exactly the values that were written. */
class RandomArraysTest {
  private static final String[] TYPES = {"<f2", ">f2", "<f4", ">f4", "=f4", "<f8", ">f8", "|f8"};

  private record Expected(int[] shape, double[] values) {}

  @Test
  void valuesAreThoseWritten() throws IOException {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed * 7919L);
      Map<String, Expected> expected = new LinkedHashMap<>();
      RawZip zip = new RawZip().prefix(new byte[random.nextInt(3) == 0 ? random.nextInt(99) : 0]);
      for (int k = 1 + random.nextInt(4); k > 0; k--) {
        String name = one(random, "layer", "fc.µ", "a/b") + k;
        int[] shape = shape(random);
        String type = one(random, TYPES);
        double[] values = values(shape, type, random);
        expected.put(name, new Expected(shape, values));
        RawArray array = RawArray.of(values, shape, type, random.nextBoolean());
        array.version = 1 + random.nextInt(3);
        byte[] bytes = (random.nextBoolean() ? array.spelt(random) : array).bytes();
        zip.entry(name + ".npy", bytes, form(random));
      }
      byte[] file = zip.end(random.nextInt(3) == 0, new byte[random.nextInt(2) * 30]);

      Map<String, Tensor> tensors = Npz.read(new ByteArrayInputStream(file)).tensors();

      assertThat(tensors.keySet()).as("seed %d", seed).containsExactlyElementsOf(expected.keySet());
      expected.forEach(
          (name, array) -> {
            assertThat(tensors.get(name).shape()).as(name).isEqualTo(array.shape());
            assertThat(tensors.get(name).toDoubles()).as(name).isEqualTo(array.values());
          });
    }
  }

  static RawZip.Form form(Random random) {
    return new RawZip.Form(
        random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
  }

  private static int[] shape(Random random) {
    int[] shape = new int[random.nextInt(5)];
    for (int k = 0; k < shape.length; k++) {
      shape[k] = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(5);
    }
    return shape;
  }

  private static double[] values(int[] shape, String type, Random random) {
    int size = 1;
    for (int dimension : shape) {
      size *= dimension;
    }
    double[] values = new double[size];
    for (int k = 0; k < size; k++) {
      values[k] =
          switch (type.charAt(2)) {
            case '2' -> RawArray.valueOfHalf(random.nextInt(1 << 16));
            case '4' -> Float.intBitsToFloat(random.nextInt());
            default -> Double.longBitsToDouble(random.nextLong());
          };
    }
    return values;
  }
}
