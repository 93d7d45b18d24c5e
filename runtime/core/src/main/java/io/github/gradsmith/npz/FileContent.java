package io.github.gradsmith.npz;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a file, in chunks, so that a file may be larger than an array. */
final class FileContent {
  private static final int CHUNK = 1 << 24;

  private final List<byte[]> chunks = new ArrayList<>();
  private long length;

  /** Reads a stream to its end; memory is taken as bytes arrive. */
  static FileContent of(InputStream in) throws IOException {
    FileContent content = new FileContent();
    byte[] chunk;
    do {
      chunk = in.readNBytes(CHUNK);
      content.chunks.add(chunk);
      content.length += chunk.length;
    } while (chunk.length == CHUNK);
    return content;
  }

  long length() {
    return length;
  }

  /** Bytes from a position, all of which must be there, as numbers with the lowest byte first. */
  ByteBuffer bytes(long from, int count) {
    byte[] bytes = new byte[count];
    copy(from, bytes, 0, count);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void copy(long from, byte[] target, int at, int count) {
    int done = 0;
    while (done < count) {
      byte[] chunk = chunks.get((int) ((from + done) / CHUNK));
      int start = (int) ((from + done) % CHUNK);
      int part = Math.min(count - done, chunk.length - start);
      System.arraycopy(chunk, start, target, at + done, part);
      done += part;
    }
  }

  /** A stream of the bytes from one position up to another, all of which must be there. */
  InputStream stream(long from, long to) {
    return new InputStream() {
      private long position = from;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int at, int count) {
        int part = (int) Math.min(count, to - position);
        if (part == 0) {
          return count == 0 ? 0 : -1;
        }
        copy(position, target, at, part);
        position += part;
        return part;
      }
    };
  }
}
