package io.github.gradsmith.internal.weights;

import io.github.gradsmith.Topology;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/**
 * Numbers that were compiled into an application: as texts of a class file, or as a resource beside
 * it. Both are little-endian and flat.
 *
 * <p>A resource is {@code GRADSMTH}, the SHA-256 of the topology as {@link #topologyText} writes
 * it, the numbers, and the SHA-256 of all that.
 */
public final class CompiledWeights {
  private static final byte[] MAGIC = "GRADSMTH".getBytes(StandardCharsets.US_ASCII);
  private static final int HASH = 32;

  private CompiledWeights() {}

  /** The numbers in parts of Base64, each of whole bytes. */
  public static float[] floats(String... parts) {
    float[] values = new float[length(parts) / Float.BYTES];
    decoded(parts).asFloatBuffer().get(values);
    return values;
  }

  /** As {@link #floats(String...)}. */
  public static double[] doubles(String... parts) {
    double[] values = new double[length(parts) / Double.BYTES];
    decoded(parts).asDoubleBuffer().get(values);
    return values;
  }

  private static int length(String... parts) {
    int bytes = 0;
    for (String part : parts) {
      int padding = part.endsWith("==") ? 2 : part.endsWith("=") ? 1 : 0;
      bytes += part.length() / 4 * 3 - padding;
    }
    return bytes;
  }

  private static ByteBuffer decoded(String... parts) {
    ByteBuffer bytes = ByteBuffer.allocate(length(parts)).order(ByteOrder.LITTLE_ENDIAN);
    for (String part : parts) {
      bytes.put(Base64.getDecoder().decode(part));
    }
    bytes.flip();
    return bytes;
  }

  /**
   * The parameters in a resource.
   *
   * @param in the resource, or null if the class has none
   * @throws IllegalStateException if there is none, it is damaged, or it belongs to another network
   */
  public static float[] floats(InputStream in, Topology topology) {
    float[] values = new float[count(topology)];
    data(in, topology, Float.BYTES).asFloatBuffer().get(values);
    return values;
  }

  /** As {@link #floats(InputStream, Topology)}. */
  public static double[] doubles(InputStream in, Topology topology) {
    double[] values = new double[count(topology)];
    data(in, topology, Double.BYTES).asDoubleBuffer().get(values);
    return values;
  }

  /** Parameters, and statistics behind them. */
  private static int count(Topology topology) {
    return topology.parameterCount() + new ParameterTensors(topology).statisticCount();
  }

  private static ByteBuffer data(InputStream in, Topology topology, int bytesOfOne) {
    int start = MAGIC.length + HASH;
    int size = count(topology) * bytesOfOne;
    byte[] content = content(in, start + size + HASH);
    byte[] head = head(topologyText(topology.widths(), topology.activations()));
    if (!Arrays.equals(content, 0, start, head, 0, start)) {
      throw refused("belongs to another network");
    }
    MessageDigest digest = sha256();
    digest.update(content, 0, start + size);
    if (!Arrays.equals(
        digest.digest(), Arrays.copyOfRange(content, start + size, content.length))) {
      throw refused("is damaged: its checksum is not that of its content");
    }
    return ByteBuffer.wrap(content, start, size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] content(InputStream in, int length) {
    if (in == null) {
      throw refused("is missing from the application");
    }
    try {
      byte[] content = in.readNBytes(length);
      if (content.length < length || in.read() >= 0) {
        throw refused("has another size than the " + length + " bytes that it should have");
      }
      return content;
    } catch (IOException e) {
      throw new IllegalStateException("the compiled weights cannot be read: " + e, e);
    }
  }

  private static IllegalStateException refused(String what) {
    return new IllegalStateException(
        "the resource with the compiled weights "
            + what
            + "; package the application with the file that its compilation wrote");
  }

  /**
   * The content of a resource.
   *
   * @param topology as {@link #topologyText} writes it
   * @param size of the numbers, in bytes
   * @param numbers puts them, little-endian, into the content itself: there may be many of them
   */
  public static byte[] resource(String topology, int size, Consumer<ByteBuffer> numbers) {
    byte[] head = head(topology);
    ByteBuffer content = ByteBuffer.allocate(head.length + size + HASH);
    content.order(ByteOrder.LITTLE_ENDIAN).put(head);
    numbers.accept(content);
    MessageDigest digest = sha256();
    digest.update(content.array(), 0, content.position());
    return content.put(digest.digest()).array();
  }

  private static byte[] head(String topology) {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(MAGIC);
    head.writeBytes(sha256().digest(topology.getBytes(StandardCharsets.UTF_8)));
    return head.toByteArray();
  }

  /** What the hash of a topology is taken of: {@code [784, 30, 10] [SIGMOID, SIGMOID]}. */
  public static String topologyText(int[] layers, List<String> activations) {
    return Arrays.toString(layers) + " " + activations;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
