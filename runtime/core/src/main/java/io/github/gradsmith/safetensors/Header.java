package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a header says: metadata and entries, in its order, each entry consistent in itself. */
final class Header {
  /** As many dimensions as NumPy's arrays may have. */
  private static final int MAX_DIMENSIONS = 64;

  final Map<String, String> metadata = new LinkedHashMap<>();
  final Map<String, HeaderEntry> entries = new LinkedHashMap<>();

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
    if (entries.put(name, new HeaderEntry(name, type, shape, range)) != null) {
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
}
