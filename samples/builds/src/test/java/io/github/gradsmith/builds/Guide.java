package io.github.gradsmith.builds;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of builds as they stand in the guide. */
final class Guide {
  private Guide() {}

  /** The block of code after a mark in the chapter on builds. */
  static String snippet(String name) throws IOException {
    String chapter = Files.readString(Delivered.ROOT.resolve("docs/guide/builds.md"));
    Matcher block =
        Pattern.compile("<!-- builds: " + name + " -->\n```\\w+\n(.*?)```\n", Pattern.DOTALL)
            .matcher(chapter);
    if (!block.find()) {
      throw new AssertionError("docs/guide/builds.md has no snippet " + name);
    }
    return block.group(1);
  }
}
