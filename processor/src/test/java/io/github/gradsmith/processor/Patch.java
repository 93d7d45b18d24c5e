package io.github.gradsmith.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A diff in the unified format. Lines may have moved since, as {@code patch} allows. */
final class Patch {
  private static final String NEW_FILE = "+++ b/";

  /** A place that changes: what is there, and what will be. */
  private record Hunk(String before, String after) {}

  private final Map<String, List<Hunk>> files = new LinkedHashMap<>();

  private Patch() {}

  static Patch of(String diff) {
    Patch patch = new Patch();
    List<Hunk> hunks = null;
    StringBuilder before = null;
    StringBuilder after = null;
    for (String line : diff.lines().toList()) {
      boolean heading = line.startsWith("--- ");
      if ((heading || line.startsWith("@@")) && before != null) {
        hunks.add(new Hunk(before.toString(), after.toString()));
        before = null;
      }
      if (line.startsWith(NEW_FILE)) {
        hunks = new ArrayList<>();
        patch.files.put(line.substring(NEW_FILE.length()), hunks);
      } else if (line.startsWith("@@")) {
        before = new StringBuilder();
        after = new StringBuilder();
      } else if (!heading) {
        String text = line.isEmpty() ? "" : line.substring(1);
        if (!line.startsWith("+")) {
          before.append(text).append('\n');
        }
        if (!line.startsWith("-")) {
          after.append(text).append('\n');
        }
      }
    }
    hunks.add(new Hunk(before.toString(), after.toString()));
    return patch;
  }

  /**
   * Writes the files as they are afterwards.
   *
   * @param from the folder of the files as they are
   * @param to the folder that receives those that change
   * @throws AssertionError if a place is not there, or is there more than once
   */
  List<Path> apply(Path from, Path to) throws IOException {
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, List<Hunk>> file : files.entrySet()) {
      Path target = to.resolve(file.getKey());
      Path source = Files.exists(target) ? target : from.resolve(file.getKey());
      String text = Files.exists(source) ? Files.readString(source) : "";
      for (Hunk hunk : file.getValue()) {
        text = changed(text, hunk, file.getKey());
      }
      Files.createDirectories(target.getParent());
      written.add(Files.writeString(target, text));
    }
    return written;
  }

  private static String changed(String text, Hunk hunk, String file) {
    if (hunk.before().isEmpty()) {
      if (!text.isEmpty()) {
        throw new AssertionError(file + " is there already");
      }
      return hunk.after();
    }
    int place = ("\n" + text).indexOf("\n" + hunk.before());
    if (place < 0 || ("\n" + text).indexOf("\n" + hunk.before(), place + 1) >= 0) {
      throw new AssertionError(
          file + " has these lines " + (place < 0 ? "nowhere" : "twice") + ":\n" + hunk.before());
    }
    return text.substring(0, place) + hunk.after() + text.substring(place + hunk.before().length());
  }
}
