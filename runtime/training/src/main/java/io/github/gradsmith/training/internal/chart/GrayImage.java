package io.github.gradsmith.training.internal.chart;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/**
 * A small image of sixteen grays, as a PNG in a data URI. Its bytes are stored and not compressed,
 * as compressors differ between JVMs.
 *
 * @param width of a row of pixels, at most {@link #MOST}
 * @param height the number of rows, likewise
 * @param grays row by row, from 0, black, to 15, white
 */
public record GrayImage(int width, int height, byte[] grays) {
  /** The most pixels of a side; larger ones are averaged. */
  public static final int MOST = 32;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /**
   * Of numbers, row by row.
   *
   * @param low what is black
   * @param high what is white
   */
  public static GrayImage of(double[] values, int width, int height, double low, double high) {
    int block = Math.max(1, (Math.max(width, height) + MOST - 1) / MOST);
    int w = (width + block - 1) / block;
    int h = (height + block - 1) / block;
    byte[] grays = new byte[w * h];
    for (int row = 0; row < h; row++) {
      for (int column = 0; column < w; column++) {
        double mean = mean(values, width, height, column * block, row * block, block);
        double share = high > low ? (mean - low) / (high - low) : 0;
        grays[row * w + column] = (byte) StrictMath.rint(15 * Math.max(0, Math.min(1, share)));
      }
    }
    return new GrayImage(w, h, grays);
  }

  private static double mean(double[] values, int width, int height, int left, int top, int block) {
    double sum = 0;
    int count = 0;
    for (int row = top; row < Math.min(top + block, height); row++) {
      for (int column = left; column < Math.min(left + block, width); column++) {
        sum += values[row * width + column];
        count++;
      }
    }
    return sum / count;
  }

  /** The image as the address of an {@code img}. */
  public String dataUri() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 4); // bits of a pixel; then gray, deflate, filters, not interlaced: all 0
    chunk(png, "IHDR", header.array());
    chunk(png, "IDAT", stored(scanlines()));
    chunk(png, "IEND", new byte[0]);
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
  }

  /** Two pixels a byte, and a 0 before each row: no filter. */
  private byte[] scanlines() {
    int length = 1 + (width + 1) / 2;
    byte[] lines = new byte[height * length];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int gray = grays[row * width + column] << (column % 2 == 0 ? 4 : 0);
        lines[row * length + 1 + column / 2] |= (byte) gray;
      }
    }
    return lines;
  }

  /** One block of the zlib format that is stored as it is; it has room for 65,535 bytes. */
  private static byte[] stored(byte[] content) {
    Adler32 sum = new Adler32();
    sum.update(content);
    int length = content.length;
    ByteBuffer block = ByteBuffer.allocate(length + 11);
    block.put((byte) 0x78).put((byte) 0x01).put((byte) 1);
    block.put((byte) length).put((byte) (length >> 8));
    block.put((byte) ~length).put((byte) (~length >> 8));
    return block.put(content).putInt((int) sum.getValue()).array();
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
    byte[] body =
        ByteBuffer.allocate(4 + content.length)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(content)
            .array();
    CRC32 check = new CRC32();
    check.update(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    png.writeBytes(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
