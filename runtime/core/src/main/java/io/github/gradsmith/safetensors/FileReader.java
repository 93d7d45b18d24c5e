package io.github.gradsmith.safetensors;

import io.github.gradsmith.WeightsException;
import io.github.gradsmith.internal.file.ForeignFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the format from a stream, once. */
final class FileReader {
  /** The limit of the reference implementation. */
  private static final long MAX_HEADER = 100_000_000;

  private final byte[] start;
  private final InputStream in;

  FileReader(InputStream in) throws IOException {
    this.start = in.readNBytes(ForeignFormat.START);
    PushbackInputStream whole = new PushbackInputStream(in, ForeignFormat.START);
    whole.unread(start);
    this.in = whole;
  }

  Safetensors read(TensorSelection selection) throws IOException {
    Header header = Header.parse(headerText());
    List<HeaderEntry> entries = inFileOrder(header);
    Set<String> chosen =
        selection.choose(
            Collections.unmodifiableMap(header.metadata),
            Collections.unmodifiableMap(header.entries));
    for (String name : chosen) {
      HeaderEntry entry = header.entries.get(name);
      if (entry == null) {
        throw Safetensors.missing(name, header.entries.keySet());
      }
      entry.requireRead();
    }
    Map<String, Tensor> byName = new HashMap<>();
    for (HeaderEntry entry : entries) {
      ValueReader values = new ValueReader(in, entry);
      if (chosen.contains(entry.name())) {
        byName.put(entry.name(), values.read());
      } else {
        values.skip();
      }
    }
    if (in.read() >= 0) {
      throw new WeightsException("the file goes on after the last tensor");
    }
    List<Tensor> tensors = new ArrayList<>();
    for (String name : header.entries.keySet()) {
      if (chosen.contains(name)) {
        tensors.add(byName.get(name));
      }
    }
    return new Safetensors(header.metadata, tensors);
  }

  private String headerText() throws IOException {
    byte[] claim = in.readNBytes(Long.BYTES);
    if (claim.length < Long.BYTES) {
      throw other("not a safetensors file: it has " + claim.length + " bytes, expected at least 8");
    }
    long length = ByteBuffer.wrap(claim).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 0 || length > MAX_HEADER) {
      throw other(
          "not a safetensors file: it claims a header of "
              + Long.toUnsignedString(length)
              + " bytes, at most "
              + MAX_HEADER
              + " are allowed");
    }
    byte[] bytes = in.readNBytes((int) length);
    if (bytes.length < length) {
      throw other("the file ends within its header: " + bytes.length + " of " + length + " bytes");
    }
    if (bytes.length == 0 || bytes[0] != '{') {
      throw other("not a safetensors file: its header does not begin with '{'");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new WeightsException("the header is damaged: it is not UTF-8", e);
    }
  }

  /** What the file is, if that can be told, or else what is wrong with it. */
  private WeightsException other(String wrong) {
    return new WeightsException(
        ForeignFormat.describe(start)
            .filter(format -> !format.equals("a safetensors file"))
            .map(format -> "not a safetensors file: it is " + format)
            .orElse(wrong));
  }

  /** The entries by their place in the file, each beginning where the one before ended. */
  private static List<HeaderEntry> inFileOrder(Header header) throws WeightsException {
    List<HeaderEntry> entries = new ArrayList<>(header.entries.values());
    entries.sort(
        Comparator.comparingLong((HeaderEntry e) -> e.begin).thenComparingLong(e -> e.end));
    long position = 0;
    for (HeaderEntry entry : entries) {
      if (entry.begin != position) {
        throw new WeightsException(
            String.format(
                Locale.ROOT,
                "tensor %s begins at byte %d, expected %d: %s",
                entry.name(),
                entry.begin,
                position,
                entry.begin < position ? "tensors overlap" : "a hole between tensors"));
      }
      position = entry.end;
    }
    return entries;
  }
}
