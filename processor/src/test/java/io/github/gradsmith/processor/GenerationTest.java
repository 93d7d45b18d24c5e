package io.github.gradsmith.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.github.gradsmith.processor.kernel.Kernels;
import io.github.gradsmith.processor.planner.Planner;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GenerationTest {
  /** With everything that is written from a plan: SIMD, panels, the derivation and the report. */
  @Test
  void aNetworkIsPlannedAndBuiltOnce() {
    AtomicInteger plans = new AtomicInteger();
    AtomicInteger builds = new AtomicInteger();
    Generation counting =
        Generation.once(
            model -> {
              plans.incrementAndGet();
              return Planner.plan(model);
            },
            plan -> {
              builds.incrementAndGet();
              return Kernels.of(plan);
            });

    Compilation compilation =
        Compilers.JAVAC
            .with(
                "-Agradsmith.report=true",
                "-Agradsmith.derivation=true",
                "--add-modules",
                "jdk.incubator.vector")
            .withProcessors(new NetworkProcessor(counting))
            .compile(
                Sources.source(
                    "demo.DigitNet",
                    "package demo;",
                    "import io.github.gradsmith.*;",
                    "@Network(layers = {784, 30, 10}, activation = Activation.SIGMOID)",
                    "interface DigitNet extends FloatNetwork {}"));

    assertThat(compilation).succeeded();
    assertThat(compilation.generatedSourceFile("demo.DigitNetSimd")).isPresent();
    assertThat(compilation.notes()).hasSize(1);
    assertThat(plans).hasValue(1);
    assertThat(builds).hasValue(1);
  }
}
