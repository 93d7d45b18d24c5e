package io.github.gradsmith.safetensors;

import static io.github.gradsmith.fuzz.Mutations.one;

import io.github.gradsmith.fuzz.Mutations;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Files of the training of a network of 3, 4 and 2 neurons with something wrong in them: a field of
 * the header, its grammar, places of tensors, the length of the header or of the file.
 */
public final class MutatedTensors {
  private static final Map<String, int[]> SHAPES = new LinkedHashMap<>();

  static {
    for (String prefix : List.of("", "optimizer.m.")) {
      SHAPES.put(prefix + "layer2.weight", new int[] {4, 3});
      SHAPES.put(prefix + "layer2.bias", new int[] {4});
      SHAPES.put(prefix + "layer3.weight", new int[] {2, 4});
      SHAPES.put(prefix + "layer3.bias", new int[] {2});
    }
    SHAPES.put("optimizer.step", new int[0]);
  }

  private static final String[] TYPES = {"F32", "F64", "F16", "BF16"};
  private static final String[] ODD_TYPES = {
    "'I64'",
    "'BOOL'",
    "'F4'",
    "'F8_E5M2'",
    "'f32'",
    "''",
    "null",
    "32",
    "['F32']",
    "'F\\u0033\\u0032'"
  };
  private static final String[] ODD_SHAPES = {
    "[4,3]",
    "[3,4]",
    "[12]",
    "[]",
    "[4,3,1]",
    "[0]",
    "[65536,65536]",
    "[4294967296,4294967296]",
    "[9223372036854775807,2]",
    "[2147483647]",
    "[-4,-3]",
    "[4.0,3]",
    "[4e0,3]",
    "[04,3]",
    "'4,3'",
    "[[4,3]]",
    "[4,3",
    "null",
    "[99999999999999999999]"
  };

  private final Random random;
  private final List<String> entries = new ArrayList<>();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  private MutatedTensors(Random random) {
    this.random = random;
  }

  /** Such a file. */
  public static byte[] of(Random random) {
    return new MutatedTensors(random).file();
  }

  private byte[] file() {
    int wrong = random.nextInt(6);
    int odd = random.nextInt(SHAPES.size());
    for (String name : SHAPES.keySet()) {
      entry(name, wrong == 0 && odd-- == 0);
    }
    entries.add("'__metadata__':{'layers':'3,4,2','loss':'HALF_SQUARED_ERROR'}");
    if (wrong == 1) {
      changeEntries();
    }
    if (random.nextBoolean()) {
      Collections.shuffle(entries, random);
    }
    String text = entries.stream().collect(Collectors.joining(",", "{", "}")).replace('\'', '"');
    byte[] header = (wrong == 2 ? damaged(text) : text).getBytes(StandardCharsets.UTF_8);
    byte[] values = data.toByteArray();
    if (wrong == 3) {
      values = Arrays.copyOf(values, random.nextInt(2 * values.length));
    }
    long length = wrong == 4 ? Mutations.near(header.length, random) : header.length;
    byte[] file = RawFile.withLength(length, header, values);
    return wrong == 5 ? Mutations.damaged(file, random) : file;
  }

  private void entry(String name, boolean wrong) {
    int[] shape = SHAPES.get(name);
    String type = name.endsWith("step") ? "F64" : one(random, TYPES);
    long begin = data.size();
    int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    for (int k = 0; k < count; k++) {
      value(type, name.endsWith("step") ? 7 : random.nextFloat());
    }
    String[] fields = {
      "'" + type + "'",
      Arrays.toString(shape).replace(" ", ""),
      "[" + begin + "," + data.size() + "]"
    };
    int field = random.nextInt(3);
    if (wrong) {
      fields[field] = odd(field, begin, data.size());
    }
    String text = "'dtype':" + fields[0] + ",'shape':" + fields[1] + ",'data_offsets':" + fields[2];
    if (wrong && random.nextInt(8) == 0) {
      text += one(random, ",'dtype':'F32'", ",'more':1", ",'shape':[]", ",", ",'data_offsets':[]");
    }
    entries.add("'" + name + "':{" + text + "}");
  }

  private String odd(int field, long begin, long end) {
    if (field == 0) {
      return one(random, ODD_TYPES);
    }
    if (field == 1) {
      return one(random, ODD_SHAPES);
    }
    long first = random.nextBoolean() ? begin : Mutations.near(begin, random);
    long last = random.nextBoolean() ? end : Mutations.near(end, random);
    return one(
        random,
        "[" + first + "," + last + "]",
        "[" + first + "," + (first + end - begin) + "]",
        "[" + end + "," + begin + "]",
        "[" + begin + "]",
        "[]");
  }

  private void value(String type, float value) {
    ByteBuffer buffer = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case "F64" -> buffer.putDouble(value);
      case "F32" -> buffer.putFloat(value);
      default -> buffer.putShort((short) random.nextInt(0x3c00));
    }
    data.write(buffer.array(), 0, buffer.position());
  }

  /** An entry twice, missing, by another name, or one more. */
  private void changeEntries() {
    int at = random.nextInt(entries.size());
    String entry = entries.get(at);
    switch (random.nextInt(6)) {
      case 0 -> entries.add(entry);
      case 1 -> entries.remove(at);
      case 2 -> entries.set(at, entry.replace("layer", one(random, "fc", "optimizer.", "")));
      case 3 -> entries.set(at, entry.replace("'0,", "'1,").replace("3,4,2", "3,5,2"));
      case 4 -> entries.add("'optimizer.x':{'dtype':'U8','shape':[0],'data_offsets':[0,0]}");
      default -> entries.add(one(random, "'a':{}", "'a':1", "'__metadata__':{}", "{}", "'a'", ""));
    }
  }

  private String damaged(String text) {
    String sign =
        one(
            random, "{", "}", "[", "]", "\"", ",", ":", "\\", "\\ud800", "0", "-", "\u00e9", "\0",
            " ");
    int at = random.nextInt(text.length());
    int rest = Math.min(text.length(), at + random.nextInt(3));
    return text.substring(0, at) + sign.repeat(1 + random.nextInt(2)) + text.substring(rest);
  }
}
