package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a header says: metadata and entries, in its order, each entry consistent in itself. */
final class Header {
  /** As many dimensions as NumPy's arrays may have. */
  private static final int MAX_DIMENSIONS = 64;

  final Map<String, String> metadata = new LinkedHashMap<>();
  final Map<String, Entry> entries = new LinkedHashMap<>();

  private final JsonCursor json;

  private Header(JsonCursor json) {
    this.json = json;
  }

  static Header parse(String text) throws WeightsException {
    JsonCursor json = new JsonCursor(text);
    Header header = new Header(json);
    boolean metadataSeen = false;
    json.expect('{');
    if (!json.accept('}')) {
      do {
        String name = json.string();
        json.expect(':');
        if (!name.equals(Safetensors.METADATA)) {
          header.readEntry(name);
        } else if (metadataSeen) {
          throw twice(name);
        } else {
          metadataSeen = true;
          header.readMetadata();
        }
      } while (json.accept(','));
      json.expect('}');
    }
    json.expectEnd();
    return header;
  }

  private void readMetadata() throws WeightsException {
    json.expect('{');
    if (json.accept('}')) {
      return;
    }
    do {
      String key = json.string();
      json.expect(':');
      if (metadata.put(key, json.string()) != null) {
        throw twice(key);
      }
    } while (json.accept(','));
    json.expect('}');
  }

  private void readEntry(String name) throws WeightsException {
    String type = null;
    long[] shape = null;
    long[] range = null;
    json.expect('{');
    do {
      String key = json.string();
      json.expect(':');
      if (key.equals("dtype") && type == null) {
        type = json.string();
      } else if (key.equals("shape") && shape == null) {
        shape = numbers();
      } else if (key.equals("data_offsets") && range == null) {
        range = numbers();
      } else {
        throw json.unexpected("dtype, shape and data_offsets of tensor " + name + " once each");
      }
    } while (json.accept(','));
    json.expect('}');
    if (type == null || shape == null || range == null) {
      throw json.unexpected("dtype, shape and data_offsets of tensor " + name);
    }
    if (entries.put(name, new Entry(name, type, shape, range)) != null) {
      throw twice(name);
    }
  }

  private long[] numbers() throws WeightsException {
    List<Long> numbers = new ArrayList<>();
    json.expect('[');
    if (!json.accept(']')) {
      do {
        if (numbers.size() == MAX_DIMENSIONS) {
          throw json.unexpected("no more than " + MAX_DIMENSIONS + " numbers");
        }
        numbers.add(json.number());
      } while (json.accept(','));
      json.expect(']');
    }
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  private static WeightsException twice(String name) {
    return new WeightsException("the header names " + name + " twice");
  }

  /** One tensor's type, shape and range of bytes. */
  static final class Entry {
    final String name;
    final DataType type;
    final int[] shape;
    final int size;
    final long begin;
    final long end;

    Entry(String name, String type, long[] shape, long[] range) throws WeightsException {
      this.name = name;
      this.type = dataType(name, type);
      this.shape = new int[shape.length];
      size = size(name, shape);
      for (int i = 0; i < shape.length; i++) {
        this.shape[i] = dimension(name, shape, i);
      }
      if (range.length != 2
          || range[0] > range[1]
          || range[1] - range[0] != (long) size * this.type.bytes()) {
        throw new WeightsException(
            String.format(
                Locale.ROOT,
                "tensor %s: shape %s of type %s takes %d bytes, but its data_offsets are %s",
                name,
                Arrays.toString(shape),
                type,
                (long) size * this.type.bytes(),
                Arrays.toString(range)));
      }
      begin = range[0];
      end = range[1];
    }

    private static DataType dataType(String name, String type) throws WeightsException {
      for (DataType candidate : DataType.values()) {
        if (candidate.name().equals(type)) {
          return candidate;
        }
      }
      throw new WeightsException("tensor " + name + " has type " + type + ", expected F32 or F64");
    }

    private static int size(String name, long[] shape) throws WeightsException {
      long size = 1;
      for (int i = 0; i < shape.length; i++) {
        size *= dimension(name, shape, i);
        if (size > Integer.MAX_VALUE) {
          throw tooLarge(name, shape);
        }
      }
      return (int) size;
    }

    private static int dimension(String name, long[] shape, int index) throws WeightsException {
      if (shape[index] > Integer.MAX_VALUE) {
        throw tooLarge(name, shape);
      }
      return (int) shape[index];
    }

    private static WeightsException tooLarge(String name, long[] shape) {
      return new WeightsException(
          "tensor " + name + " is too large for an array: its shape is " + Arrays.toString(shape));
    }
  }
}
