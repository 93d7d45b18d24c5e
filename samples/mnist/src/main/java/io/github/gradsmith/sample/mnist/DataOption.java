package io.github.gradsmith.sample.mnist;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data}, for every command. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      converter = NamedPath.class,
      description = "Read the four gzipped IDX files from DIR, not those in the jar.")
  private Path directory;

  DataSource source() {
    return directory == null ? DataSource.bundled() : DataSource.directory(directory);
  }
}
