package io.github.gradsmith.sample.benchmarks;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a fork says of itself beside its times; JMH has results for numbers only.
 *
 * @param kernels what computed
 * @param samples samples that one call goes through
 * @param bytesPerCall bytes that the calling thread allocated a call
 */
record ForkReport(String kernels, int samples, double bytesPerCall) {
  /** The system property that names the file to write. */
  static final String FILE = "benchmark.report";

  void write() throws IOException {
    String file = System.getProperty(FILE);
    if (file != null) {
      Files.writeString(Path.of(file), new Gson().toJson(this));
    }
  }

  static ForkReport read(Path file) throws IOException {
    return new Gson().fromJson(Files.readString(file), ForkReport.class);
  }
}
