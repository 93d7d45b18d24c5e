package io.github.gradsmith.processor.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradsmith.processor.generated.ForkedJvm;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs kernels of companions in a JVM of their own, which has the Vector API. */
final class SimdJvm {
  /** Kernels are compiled early and before they go on, for uncompiled they take a long time. */
  private static final List<String> OPTIONS =
      List.of(
          "--add-modules",
          "jdk.incubator.vector",
          "-Xbatch",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=CompileThresholdScaling,demo.*::*,0.05");

  private final ForkedJvm jvm;
  private final Path folder;

  SimdJvm(SimdCompanions companions, Path folder) throws IOException {
    this.jvm = new ForkedJvm(companions.classFiles(), folder);
    this.folder = folder;
  }

  /** What each call leaves in its target. */
  List<double[]> run(Path jdk, List<SimdRun.Call> calls) throws IOException, InterruptedException {
    Path in = Files.createTempFile(folder, "calls", ".bin");
    Path out = Files.createTempFile(folder, "results", ".bin");
    try (DataOutputStream file =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(in)))) {
      file.writeInt(calls.size());
      for (SimdRun.Call call : calls) {
        call.write(file);
      }
    }
    jvm.run(jdk, OPTIONS, SimdRun.class, in.toString(), out.toString());
    List<double[]> results = new ArrayList<>();
    try (DataInputStream file =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(out)))) {
      for (int i = 0; i < calls.size(); i++) {
        results.add(SimdRun.readAll(file));
      }
    }
    assertThat(results).hasSameSizeAs(calls);
    return results;
  }

  /** Lines of name, bytes allocated and nanoseconds, from {@link SimdSpeed}. */
  List<String> measure(Path jdk, List<String> kernels) throws IOException, InterruptedException {
    return jvm.run(jdk, OPTIONS, SimdSpeed.class, kernels.toArray(String[]::new)).stream()
        .filter(line -> line.startsWith("demo."))
        .toList();
  }
}
