package io.github.gradsmith.npz;

import static io.github.gradsmith.fuzz.Mutations.one;

import io.github.gradsmith.fuzz.Mutations;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Files of weights for a network of 3, 4 and 2 neurons with something wrong in them: in an array's
 * header, in its length, in any number of the archive, among its entries.
 */
public final class MutatedArchive {
  private static final String[] TYPES = {
    "'<f2'", "'>f4'", "'<f8'", "'f4'", "'float32'", "'<i8'", "'|b1'", "'<c8'", "'|O'", "'<U5'",
    "'|S3'", "'|V4'", "'<M8[ns]'", "'<f16'", "'<f3'", "'<f99999999999'", "'<f'", "''", "'<'", "3",
    "None", "[('a', '<f4'), ('b', '<i4', (2,))]", "('<f4', (2,))", "'\\x3cf4'", "b'<f4'"
  };
  private static final String[] SHAPES = {
    "(4, 3)",
    "(3, 4)",
    "(4,3",
    "(4L, 3L)",
    "[4, 3]",
    "(12)",
    "(12,)",
    "()",
    "(4, -3)",
    "(4, 0)",
    "(4, 3, 1)",
    "(4.0, 3)",
    "(65536, 65536)",
    "(4294967296, 4294967296, 0)",
    "(True, 12)",
    "(99999999999999999999,)",
    "(2147483647,)",
    "(1073741824, 2)",
    "((4, 3),)",
    "None",
    "(1,)"
  };

  private static final byte[] ZEROS = RawZip.deflated(new byte[4 << 20]);

  private final Random random;

  private MutatedArchive(Random random) {
    this.random = random;
  }

  /** Such a file. */
  public static byte[] of(Random random) {
    return new MutatedArchive(random).file();
  }

  private byte[] file() {
    RawZip zip = new RawZip();
    int wrong = random.nextInt(4);
    String[] names = {"layer2.weight", "layer2.bias", "layer3.weight", "layer3.bias"};
    int[][] shapes = {{4, 3}, {4}, {2, 4}, {2}};
    int odd = random.nextInt(4);
    for (int k = 0; k < names.length; k++) {
      byte[] array = array(shapes[k], wrong == 0 && k == odd);
      RawZip.Form form = RandomArraysTest.form(random);
      String name = names[k] + ".npy";
      if (wrong == 1 && k == odd) {
        entry(zip, name, array, form);
      } else {
        zip.entry(name, array, form);
      }
    }
    byte[] file = zip.end(random.nextBoolean(), new byte[random.nextInt(3)]);
    if (wrong == 2) {
      for (int n = random.nextInt(3); n >= 0; n--) {
        change(file, zip.fields().get(random.nextInt(zip.fields().size())), zip.fields());
      }
    } else if (wrong == 3) {
      return Mutations.damaged(file, random);
    }
    return file;
  }

  private byte[] array(int[] shape, boolean wrong) {
    double[] values = random.doubles(Arrays.stream(shape).reduce(1, (a, b) -> a * b)).toArray();
    String type = one(random, "<f4", ">f4", "<f8", ">f8");
    RawArray array = RawArray.of(values, shape, type, random.nextBoolean());
    array.version = 1 + random.nextInt(3);
    if (!wrong) {
      return (random.nextBoolean() ? array.spelt(random) : array).bytes();
    }
    switch (random.nextInt(8)) {
      case 0 -> array.descr = one(random, TYPES);
      case 1 -> array.shape = one(random, SHAPES);
      case 2 -> array.order = one(random, "True", "1", "None", "'False'", "false", "Falsetto");
      case 3 -> array.version = random.nextInt(6);
      case 4 -> array.data = Arrays.copyOf(array.data, random.nextInt(2 * array.data.length));
      case 5 -> array.text = damagedText(array);
      case 6 -> array.text = "(".repeat(random.nextInt(40_000)) + one(random, "", "{", "1");
      default -> {
        return Mutations.damaged(array.bytes(), random);
      }
    }
    return array.bytes();
  }

  private String damagedText(RawArray array) {
    String text = array.spelt(random).text;
    String entry = one(random, "'descr': '<f4', ", "'more': 1, ", "'shape': (), ", "{}, ", "1: 2,");
    String sign = one(random, "{", "}", "(", ")", "'", "\"", ",", ":", "\\", "L", "-", "\0", "#");
    int at = random.nextInt(text.length());
    return switch (random.nextInt(3)) {
      case 0 -> "{" + entry + text.substring(1);
      case 1 -> text.substring(0, at) + sign + text.substring(at);
      default -> text.substring(0, at) + sign + text.substring(at + 1);
    };
  }

  /** An entry twice, missing, by another name, far too long, or with another one inside. */
  private void entry(RawZip zip, String name, byte[] array, RawZip.Form form) {
    switch (random.nextInt(7)) {
      case 0 -> zip.entry(name, array, form).entry(name, array, form);
      case 1 -> zip.entry(one(random, "x.npy", "layer2.npy", ".npy", "readme"), array, form);
      case 2 -> zip.entry(name, Arrays.copyOf(array, 8 << 20), RawZip.Form.DEFLATED);
      case 3 -> {
        zip.entry(name, ZEROS, one(random, 4L << 20, 1L << 40, 144L), 0, RawZip.Form.DEFLATED);
        zip.entry("optimizer.x.npy", ZEROS, 4L << 20, 0, RawZip.Form.DEFLATED);
      }
      case 4 -> zip.entry(name, new RawZip().entry(name, array, form).end(), form);
      case 5 -> zip.entry(name, array, form).entry("optimizer.step.npy", new byte[9], form);
      default -> {}
    }
  }

  private void change(byte[] file, RawZip.Field field, List<RawZip.Field> fields) {
    RawZip.Field other = fields.get(random.nextInt(fields.size()));
    long value =
        random.nextInt(4) == 0 ? value(file, other) : Mutations.near(value(file, field), random);
    for (int k = 0; k < field.bytes(); k++) {
      file[field.offset() + k] = (byte) (value >>> 8 * k);
    }
  }

  private static long value(byte[] file, RawZip.Field field) {
    long value = 0;
    for (int k = field.bytes() - 1; k >= 0; k--) {
      value = value << 8 | file[field.offset() + k] & 0xff;
    }
    return value;
  }
}
