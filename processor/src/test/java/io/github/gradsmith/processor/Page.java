package io.github.gradsmith.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param path where it lies, counted from the project's root
 * @param text the whole page
 */
record Page(Path path, String text) {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^(?:<!-- from golden/(\\S+) -->\n)?^( *)```(\\w+)\n(.*?)^ *```$");

  /**
   * A block of code.
   *
   * @param line of its first line in the page
   * @param golden the golden file that it is cut out of, if it is
   */
  record Block(Page page, int line, String language, String code, Optional<String> golden) {
    @Override
    public String toString() {
      return page.path + ":" + line;
    }
  }

  /** The page at a path from the project's root. */
  static Page of(String path) {
    return read(ROOT.resolve(path));
  }

  /** All pages, those that other programs write among them. */
  static List<Page> all() {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("docs", "samples", ".")) {
      try (Stream<Path> found = Files.walk(ROOT.resolve(folder), folder.equals(".") ? 1 : 2)) {
        found.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files.stream().map(Path::normalize).map(Page::read).toList();
  }

  private static Page read(Path file) {
    try {
      return new Page(ROOT.relativize(file), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file itself. */
  Path file() {
    return ROOT.resolve(path);
  }

  /** All blocks of code in a language, without the indentation that a list gives them. */
  List<Block> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> block.group(3).equals(language))
        .map(this::block)
        .toList();
  }

  private Block block(MatchResult block) {
    int line = (int) text.substring(0, block.start(4)).lines().count() + 1;
    String code = block.group(4).replaceAll("(?m)^" + block.group(2), "");
    return new Block(this, line, block.group(3), code, Optional.ofNullable(block.group(1)));
  }

  /** The first block of a language that contains a text. */
  String block(String language, String part) {
    return blocks(language).stream()
        .map(Block::code)
        .filter(code -> code.contains(part))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " has no block with " + part));
  }

  /** The page without its blocks and pieces of code. */
  String prose() {
    return BLOCK
        .matcher(text)
        .replaceAll("")
        .replaceAll("`[^`\n]*`", Matcher.quoteReplacement("`"));
  }

  /** What its headings are called in links. */
  List<String> anchors() {
    return BLOCK
        .matcher(text)
        .replaceAll("")
        .lines()
        .filter(line -> line.matches("#+ .*"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }
}
