package io.github.gradsmith.npz;

import io.github.gradsmith.WeightsException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The directory at the end of a ZIP archive, which alone tells where its entries are and how long:
 * what stands before them is incomplete where the writer could not go back, as in a pipe.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">the format</a>
 */
final class ZipArchive {
  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int END_64 = 0x06064b50;
  private static final int END_64_BYTES = 56;
  private static final int ENTRY = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int UTF_8_NAME = 1 << 11;

  private final FileContent content;
  private final List<ZipEntryPlace> entries = new ArrayList<>();

  private ZipArchive(FileContent content) {
    this.content = content;
  }

  /**
   * The entries of an archive, in the order of its directory.
   *
   * @throws WeightsException if it is none, or damaged
   */
  static List<ZipEntryPlace> entries(FileContent content) throws WeightsException {
    ZipArchive archive = new ZipArchive(content);
    archive.readDirectory(archive.end());
    archive.requireApart();
    return Collections.unmodifiableList(archive.entries);
  }

  /** Where the record at the end begins, which a comment may follow. */
  private long end() throws WeightsException {
    int count = (int) Math.min(content.length(), END_BYTES + LONGEST_COMMENT);
    long from = content.length() - count;
    ByteBuffer last = content.bytes(from, count);
    for (int at = count - END_BYTES; at >= 0; at--) {
      if (last.getInt(at) == END && at + END_BYTES + (last.getShort(at + 20) & 0xffff) <= count) {
        return from + at;
      }
    }
    throw new WeightsException("its directory of entries, at the end, is missing: it is cut short");
  }

  private void readDirectory(long end) throws WeightsException {
    ByteBuffer record = content.bytes(end, END_BYTES);
    long count = record.getShort(10) & 0xffff;
    long size = record.getInt(12) & 0xffffffffL;
    long offset = record.getInt(16) & 0xffffffffL;
    long directoryEnd = end;
    if (hasLocator(end)) {
      directoryEnd = end - LOCATOR_64_BYTES - END_64_BYTES;
      ByteBuffer record64 = content.bytes(directoryEnd, END_64_BYTES);
      if (record64.getInt(0) != END_64) {
        throw new WeightsException("its record of 64-bit sizes is damaged");
      }
      count = record64.getLong(32);
      size = record64.getLong(40);
      offset = record64.getLong(48);
    }
    // Something may stand before an archive, a program that unpacks it for example.
    long shift = directoryEnd - size - offset;
    if (size < 0 || offset < 0 || size > directoryEnd || shift < 0) {
      throw new WeightsException("its directory claims to begin where it cannot");
    }
    readEntries(directoryEnd - size, directoryEnd, count, shift);
  }

  private boolean hasLocator(long end) {
    return end >= LOCATOR_64_BYTES + END_64_BYTES
        && content.bytes(end - LOCATOR_64_BYTES, Integer.BYTES).getInt(0) == LOCATOR_64;
  }

  private void readEntries(long from, long to, long count, long shift) throws WeightsException {
    long at = from;
    while (at < to) {
      if (to - at < ENTRY_BYTES) {
        throw damaged();
      }
      ByteBuffer record = content.bytes(at, ENTRY_BYTES);
      int name = record.getShort(28) & 0xffff;
      int extra = record.getShort(30) & 0xffff;
      int length = ENTRY_BYTES + name + extra + (record.getShort(32) & 0xffff);
      if (record.getInt(0) != ENTRY || length > to - at) {
        throw damaged();
      }
      ByteBuffer names = content.bytes(at + ENTRY_BYTES, name + extra);
      entries.add(
          new ZipEntryPlace(
              content, record, text(names.array(), name, record.getShort(8)), names, shift, from));
      at += length;
    }
    if (entries.size() != count) {
      throw new WeightsException(
          "its directory holds " + entries.size() + " entries, but says " + count);
    }
  }

  /** A name, whose coding the flags of its entry tell. */
  static String text(byte[] bytes, int length, int flags) {
    boolean unicode = (flags & UTF_8_NAME) != 0;
    return new String(
        bytes, 0, length, unicode ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
  }

  private static WeightsException damaged() {
    return new WeightsException("its directory of entries is damaged");
  }

  /** No two entries share bytes: a short file would expand to a long one. */
  private void requireApart() throws WeightsException {
    List<ZipEntryPlace> byPlace = new ArrayList<>(entries);
    byPlace.sort(Comparator.comparingLong(ZipEntryPlace::begin));
    for (int i = 1; i < byPlace.size(); i++) {
      ZipEntryPlace before = byPlace.get(i - 1);
      if (byPlace.get(i).begin() < before.leastEnd()) {
        throw new WeightsException(
            "its entries " + before.name() + " and " + byPlace.get(i).name() + " overlap");
      }
    }
  }
}
