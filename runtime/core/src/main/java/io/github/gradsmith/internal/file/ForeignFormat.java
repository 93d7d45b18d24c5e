package io.github.gradsmith.internal.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is that is not what was expected, by its first bytes. A reader asks this once its own
 * format does not fit, for the true reason: a download gave a page, a pointer or another program's
 * file.
 */
public final class ForeignFormat {
  /** As many first bytes as tell all formats apart. */
  public static final int START = 256;

  /** What a model is called. */
  public static final String ONNX = "an ONNX model";

  /** What an archive is called that tells no more of itself. */
  public static final String ZIP = "a ZIP archive";

  private static final int SHOWN = 40;

  private ForeignFormat() {}

  /**
   * What a file is, to be put after "it is"; nothing if its start is of no known kind.
   *
   * @param start its first bytes, {@link #START} of them or all that it has
   */
  public static Optional<String> describe(byte[] start) {
    if (start.length == 0) {
      return Optional.of("an empty file");
    }
    String text = new String(start, 0, Math.min(start.length, START), StandardCharsets.ISO_8859_1);
    return binary(text).or(() -> text(text));
  }

  private static Optional<String> binary(String start) {
    if (start.startsWith("\u0089HDF\r\n")) {
      return Optional.of("an HDF5 file, as Keras writes them");
    }
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return Optional.of(archive(start));
    }
    if (isPickle(start)) {
      return Optional.of("a Python pickle, as torch.save wrote them up to PyTorch 1.5");
    }
    if (start.startsWith("\u0093NUMPY")) {
      return Optional.of("a NumPy array of its own (.npy)");
    }
    if (start.startsWith("\u001f\u008b")) {
      return Optional.of("compressed with gzip; decompress it first");
    }
    if (start.startsWith("TFL3", 4)) {
      return Optional.of("a TensorFlow Lite model");
    }
    if (start.startsWith("GGUF")) {
      return Optional.of("a GGUF file");
    }
    if (start.length() > 8 && start.charAt(8) == '{' && start.startsWith("\0\0\0", 5)) {
      return Optional.of("a safetensors file");
    }
    // The first fields of a model: the version of its format, then its producer or its graph.
    if (start.matches("(?s)\u0008[\u0001-\u001f][\u0012\u003a\u0042].*")) {
      return Optional.of(ONNX);
    }
    return Optional.empty();
  }

  /** The name of an archive's first entry begins after 30 bytes. */
  private static String archive(String start) {
    String names = start.substring(Math.min(start.length(), 30));
    if (names.contains("data.pkl") || names.contains("/.format_version")) {
      return "a file of torch.save, a ZIP archive with a pickle";
    }
    return names.contains(".npy") ? "a NumPy archive (.npz)" : ZIP;
  }

  /** From protocol 2 on, pickles begin with its number; then comes a frame, an object or a long. */
  private static boolean isPickle(String start) {
    return start.matches("(?s)\u0080[\u0002-\u0005].*");
  }

  private static Optional<String> text(String start) {
    String text = withoutByteOrderMark(start).strip();
    if (text.startsWith("version https://git-lfs.")) {
      return Optional.of("a Git LFS pointer: the file itself was not fetched; run git lfs pull");
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
      return Optional.of("an HTML page, not the file that its link promised; download it again");
    }
    if (text.startsWith("<?xml")) {
      return Optional.of("an XML document");
    }
    if (text.isEmpty() || !start.chars().allMatch(ForeignFormat::isText)) {
      return Optional.empty();
    }
    String line = text.lines().findFirst().orElseThrow();
    String shown = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
    return Optional.of("a text that begins with \"" + shown + '"');
  }

  private static String withoutByteOrderMark(String start) {
    return start.startsWith("\u00ef\u00bb\u00bf") ? start.substring(3) : start;
  }

  private static boolean isText(int c) {
    return c >= ' ' && c < 0x7f || c == '\n' || c == '\r' || c == '\t';
  }
}
