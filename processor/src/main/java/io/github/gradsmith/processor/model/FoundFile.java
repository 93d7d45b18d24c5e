package io.github.gradsmith.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A file that an annotation names, as far as it was found.
 *
 * @param name as written
 * @param content its bytes, if it was found and could be read
 * @param sought where it was sought, and what went wrong if it was there
 * @param besideSource whether it could be sought beside the source, whose place some compilers and
 *     build tools do not tell
 * @param beside finds the content of another file, by its name from this one's folder
 */
public record FoundFile(
    String name,
    Optional<byte[]> content,
    List<String> sought,
    boolean besideSource,
    Function<String, Optional<byte[]>> beside) {
  public FoundFile {
    sought = List.copyOf(sought);
  }
}
