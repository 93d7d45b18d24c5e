package io.github.gradsmith.npz;

import io.github.gradsmith.WeightsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** One entry of a ZIP archive, as its directory tells it. */
final class ZipEntryPlace {
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_BYTES = 30;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int ENCRYPTED = 1;
  private static final int DESCRIPTOR = 1 << 3;
  private static final long IN_64 = 0xffffffffL;
  private static final int EXTRA_64 = 1;

  /** Deflated data expand at most so many times: 258 bytes for two bits. */
  private static final long MOST_EXPANSION = 1032;

  private final FileContent content;
  private final String name;
  private final int flags;
  private final int method;
  private final long crc;
  private final long begin;
  private final long end;
  private long stored;
  private long size;

  /**
   * Reads what the directory says.
   *
   * @param record the entry of the directory, 46 bytes
   * @param rest its name and what follows that
   * @param shift how many bytes stand before the archive
   * @param end where the directory begins, behind all entries
   */
  ZipEntryPlace(
      FileContent content, ByteBuffer record, String name, ByteBuffer rest, long shift, long end)
      throws WeightsException {
    this.content = content;
    this.name = name;
    this.end = end;
    flags = record.getShort(8) & 0xffff;
    method = record.getShort(10) & 0xffff;
    crc = record.getInt(16) & 0xffffffffL;
    stored = record.getInt(20) & 0xffffffffL;
    size = record.getInt(24) & 0xffffffffL;
    long offset = record.getInt(42) & 0xffffffffL;
    ByteBuffer wide = in64(rest, record.getShort(28) & 0xffff);
    if (size == IN_64) {
      size = next(wide);
    }
    if (stored == IN_64) {
      stored = next(wide);
    }
    if (offset == IN_64) {
      offset = next(wide);
    }
    begin = offset + shift;
    if (offset < 0 || stored < 0 || size < 0 || begin < 0 || leastEnd() > end || leastEnd() < 0) {
      throw new WeightsException("its entry " + name + " claims to be where it cannot");
    }
  }

  /** The field of 64-bit numbers among further fields; an empty one if there is none. */
  private ByteBuffer in64(ByteBuffer rest, int from) {
    int at = from;
    while (rest.limit() - at >= 4) {
      int length = rest.getShort(at + 2) & 0xffff;
      if (length > rest.limit() - at - 4) {
        break;
      }
      if (rest.getShort(at) == EXTRA_64) {
        ByteBuffer field = rest.duplicate().order(rest.order());
        field.position(at + 4).limit(at + 4 + length);
        return field;
      }
      at += 4 + length;
    }
    return ByteBuffer.allocate(0);
  }

  private long next(ByteBuffer wide) throws WeightsException {
    if (wide.remaining() < Long.BYTES) {
      throw new WeightsException("its entry " + name + " lacks a 64-bit size");
    }
    return wide.getLong();
  }

  String name() {
    return name;
  }

  /** Where the entry begins in the file. */
  long begin() {
    return begin;
  }

  /** Where it ends at the earliest. */
  long leastEnd() {
    return begin + LOCAL_BYTES + stored;
  }

  /** Bytes of its content, as claimed. */
  long size() {
    return size;
  }

  /** The checksum of its content, as claimed. */
  long crc() {
    return crc;
  }

  /**
   * Its content, expanded as it is read.
   *
   * @throws WeightsException if what stands before it contradicts the directory; the message
   *     follows the name
   */
  InputStream open() throws WeightsException {
    if ((flags & ENCRYPTED) != 0) {
      throw new WeightsException("is encrypted");
    }
    if (method != STORED && method != DEFLATED) {
      throw new WeightsException(
          "is compressed by method " + method + ", expected deflate or none");
    }
    long from = contentBegin();
    InputStream in = content.stream(from, from + stored);
    if (method == STORED) {
      if (stored != size) {
        throw contradicts();
      }
      return in;
    }
    if (size / MOST_EXPANSION > stored) {
      throw new WeightsException("claims " + size + " bytes, more than its " + stored + " give");
    }
    return new InflaterInputStream(in, new Inflater(true), 1 << 10) {
      @Override
      public void close() throws IOException {
        inf.end();
        super.close();
      }
    };
  }

  /** Checks what stands before the content against the directory, as far as it is filled in. */
  private long contentBegin() throws WeightsException {
    ByteBuffer record = content.bytes(begin, LOCAL_BYTES);
    int nameLength = record.getShort(26) & 0xffff;
    long from = begin + LOCAL_BYTES + nameLength + (record.getShort(28) & 0xffff);
    if (record.getInt(0) != LOCAL || from + stored > end) {
      throw contradicts();
    }
    boolean filled = (record.getShort(6) & DESCRIPTOR) == 0;
    if ((record.getShort(8) & 0xffff) != method
        || (record.getShort(6) & ENCRYPTED) != 0
        || filled && !agrees(record)
        || !sameName(nameLength)) {
      throw contradicts();
    }
    return from;
  }

  private boolean agrees(ByteBuffer record) {
    long localStored = record.getInt(18) & 0xffffffffL;
    long localSize = record.getInt(22) & 0xffffffffL;
    return (record.getInt(14) & 0xffffffffL) == crc
        && (localStored == IN_64 || localStored == stored)
        && (localSize == IN_64 || localSize == size);
  }

  private boolean sameName(int length) {
    byte[] bytes = content.bytes(begin + LOCAL_BYTES, length).array();
    return ZipArchive.text(bytes, length, flags).equals(name);
  }

  private WeightsException contradicts() {
    return new WeightsException("is damaged: its header is not what the directory says");
  }
}
