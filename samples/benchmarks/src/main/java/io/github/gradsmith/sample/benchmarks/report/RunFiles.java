package io.github.gradsmith.sample.benchmarks.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder of raw results, one JSON file for each JDK and day. */
public final class RunFiles {
  private static final Gson COMPACT = new GsonBuilder().disableHtmlEscaping().create();
  private static final String NAME = "\\d{4}-\\d\\d-\\d\\d-jdk\\d+\\.json";

  private final Path folder;

  public RunFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes one run, a line for each measurement, so that differences can be read. */
  public void write(RunResult run) throws IOException {
    Files.createDirectories(folder);
    JsonObject json = COMPACT.toJsonTree(run).getAsJsonObject();
    StringBuilder text = new StringBuilder("{");
    String separator = "\n";
    for (Map.Entry<String, JsonElement> entry : json.entrySet()) {
      text.append(separator).append('"').append(entry.getKey()).append("\": ");
      text.append(value(entry.getValue()));
      separator = ",\n";
    }
    Files.writeString(folder.resolve(run.name() + ".json"), text.append("\n}\n"));
  }

  /** The newest run of each JDK, the oldest JDK first. */
  public List<RunResult> latest() throws IOException {
    Map<Integer, RunResult> byJdk = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> inOrderOfDays =
          files.filter(file -> file.getFileName().toString().matches(NAME)).sorted().toList();
      for (Path file : inOrderOfDays) {
        RunResult run = COMPACT.fromJson(Files.readString(file), RunResult.class);
        byJdk.put(run.feature(), run);
      }
    }
    return List.copyOf(byJdk.values());
  }

  private static String value(JsonElement element) {
    if (!(element instanceof JsonArray array) || array.isEmpty()) {
      return COMPACT.toJson(element);
    }
    StringBuilder text = new StringBuilder("[");
    String separator = "\n  ";
    for (JsonElement item : array) {
      text.append(separator).append(COMPACT.toJson(item));
      separator = ",\n  ";
    }
    return text.append("\n]").toString();
  }
}
