package io.github.gradsmith.processor.derivation;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import io.github.gradsmith.processor.NetworkProcessor;
import java.nio.charset.StandardCharsets;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;

/**
 * The page of a network that is written as an enum: every kind has formulas, and they are LaTeX.
 */
class GraphPageTest {
  private static final JavaFileObject NET =
      JavaFileObjects.forSourceString(
          "Table",
          """
          import io.github.gradsmith.*;
          import io.github.gradsmith.layer.*;

          @Network(loss = Loss.HUBER)
          @Adam
          interface Table extends FloatNetwork {
            enum Layer {
              @Input(8) ROW,
              @Slice(begin = 0, end = 5, from = "ROW") NUMBERS,
              @Normalization NORMAL,
              @Slice(begin = 5, end = 8, from = "ROW") CODES,
              @Embedding(categories = 9, units = 4) WORDS,
              @LayerNorm NORM,
              @Transpose TURNED,
              @Dense(units = 3, bias = false) PER_STEP,
              @Flatten FLAT,
              @Concat({"NORMAL", "FLAT"}) ALL,
              @Dense(units = 6, activation = Activation.SILU) HIDDEN,
              @Dropout(0.25) DROPPED,
              @Dense(units = 6) AGAIN,
              @Add({"HIDDEN", "AGAIN"}) SUM,
              @Multiply({"SUM", "HIDDEN", "SUM"}) GATED,
              @Elementwise(activation = Activation.TANH) BENT,
              @Dense(units = 2) OUT
            }
          }
          """);

  private static String page() throws Exception {
    Compilation compilation =
        com.google.testing.compile.Compiler.javac()
            .withOptions("-Agradsmith.derivation=true")
            .withProcessors(new NetworkProcessor())
            .compile(NET);
    assertThat(compilation).succeeded();
    JavaFileObject page =
        compilation
            .generatedFile(StandardLocation.CLASS_OUTPUT, "Table.derivation.md")
            .orElseThrow();
    return new String(page.openInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void itsMathematicsParses() throws Exception {
    LatexSyntax.check(page());
  }

  /** Of HIDDEN, which two layers read, and of SUM, which one reads twice. */
  @Test
  void whatSeveralLayersReadGetsASum() throws Exception {
    assertThat(page())
        .contains("+ \\delta^{(14)} + \\delta^{(15)} \\odot a^{(14)} \\odot a^{(14)}") // HIDDEN
        .contains("\\delta^{(14)} &= \\delta^{(15)} \\odot a^{(11)} \\odot a^{(14)} + ")
        .contains("`HIDDEN` {6}", "① ", "② Layer 6, `NORM`", "\\frac{n_{j}}{m}");
  }
}
