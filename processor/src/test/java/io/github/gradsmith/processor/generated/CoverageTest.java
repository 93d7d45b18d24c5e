package io.github.gradsmith.processor.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.IBundleCoverage;
import org.jacoco.core.analysis.IClassCoverage;
import org.jacoco.core.data.ExecutionData;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.IRuntime;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.jupiter.api.Test;

/** JaCoCo counts an application that has a network, and not the network's classes. */
class CoverageTest {
  private static final String APPLICATION =
      """
      package demo;

      public class Application implements Runnable {
        @Override
        public void run() {
          Net net = new NetImpl(1);
          float loss = net.train(new float[2], new float[] {1}, 0.1f);
          if (loss < 0) {
            throw new IllegalStateException("never");
          }
        }
      }
      """;

  private final IRuntime runtime = new LoggerRuntime();
  private final ExecutionDataStore executed = new ExecutionDataStore();
  private final CoverageBuilder coverage = new CoverageBuilder();

  @Test
  void countsTheApplicationAlone() throws Exception {
    Map<String, byte[]> classes =
        CompiledNetworks.builder()
            .add("Net", "FloatNetwork", "layers = {2, 40, 1}, activation = SIGMOID", "@Adam")
            .source("Application", APPLICATION)
            .compileWithVectorApi()
            .classFiles();
    run(classes);
    Analyzer analyzer = new Analyzer(executed, coverage);
    for (Map.Entry<String, byte[]> type : classes.entrySet()) {
      analyzer.analyzeClass(type.getValue(), type.getKey());
    }

    assertThat(executed.getContents())
        .extracting(ExecutionData::getName)
        .contains("demo/Application", "demo/NetImpl", "demo/NetImpl$State");
    assertThat(classes).containsKey("demo.NetSimd");
    IBundleCoverage bundle = coverage.getBundle("application");
    assertThat(coverage.getClasses())
        .filteredOn(IClassCoverage::containsCode)
        .extracting(IClassCoverage::getName)
        .containsExactly("demo/Application");
    assertThat(bundle.getLineCounter().getMissedCount()).isEqualTo(1); // the one that throws
    assertThat(bundle.getLineCounter().getCoveredCount()).isEqualTo(5);
  }

  private void run(Map<String, byte[]> classes) throws Exception {
    RuntimeData data = new RuntimeData();
    runtime.startup(data);
    try {
      new Loader(instrumented(classes))
          .loadClass("demo.Application")
          .asSubclass(Runnable.class)
          .getConstructor()
          .newInstance()
          .run();
      data.collect(executed, new SessionInfoStore(), false);
    } finally {
      runtime.shutdown();
    }
  }

  private Map<String, byte[]> instrumented(Map<String, byte[]> classes) throws IOException {
    Instrumenter instrumenter = new Instrumenter(runtime);
    Map<String, byte[]> instrumented = new LinkedHashMap<>();
    for (Map.Entry<String, byte[]> type : classes.entrySet()) {
      instrumented.put(type.getKey(), instrumenter.instrument(type.getValue(), type.getKey()));
    }
    return instrumented;
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(CoverageTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
