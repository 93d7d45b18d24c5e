package io.github.gradsmith.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trouble chapter quotes what builds print; each quotation is printed here once more. */
class SymptomsTest {
  private static final String EMPTY = "package demo; final class Empty {}";
  private static final String MODULE = "module demo { requires io.github.gradsmith; }";

  @TempDir private Path folder;

  private Javac javac(int feature) {
    return new Javac(feature, folder);
  }

  private Javac complete(int feature) {
    return javac(feature).classPath(Delivered.RUNTIME).processorPath(Delivered.PROCESSOR);
  }

  /** That it is printed, and stands in the chapter as it is printed. */
  private static void assertSymptom(Command run, String... lines) throws IOException {
    String chapter = Files.readString(Delivered.ROOT.resolve("docs/guide/trouble.md"));
    for (String line : lines) {
      assertThat(run.output()).contains(line);
      assertThat(chapter).contains("`" + line + "`");
    }
  }

  @Test
  void aProcessorThatIsMerelyOnTheClassPath() throws IOException {
    Command late = javac(25).classPath(Delivered.RUNTIME, Delivered.PROCESSOR).xor().run();
    assertSymptom(late, "error: cannot find symbol", "symbol:   class XorNetImpl");
    assertThat(late.output()).doesNotContain("XorNet.java");
    Command early = javac(17).classPath(Delivered.RUNTIME, Delivered.PROCESSOR).xor().run();
    assertThat(early.exit()).isZero();
  }

  @Test
  void noRuntime() throws IOException {
    assertSymptom(
        javac(17).processorPath(Delivered.PROCESSOR).xor().run(),
        "error: package io.github.gradsmith does not exist");
  }

  @Test
  void noProcessor() throws IOException {
    assertSymptom(
        javac(17)
            .classPath(Delivered.RUNTIME)
            .with("-processor", "io.github.gradsmith.processor.NetworkProcessor")
            .xor()
            .run(),
        "error: Annotation processor 'io.github.gradsmith.processor.NetworkProcessor' not found");
  }

  @Test
  void unclaimedAnnotations() throws IOException {
    for (int jdk : new int[] {17, 25}) {
      assertSymptom(
          complete(jdk).with("-Xlint:all", "-Werror").xor().run(),
          "No processor claimed any of these annotations: /io.github.gradsmith.Network",
          "error: warnings found and -Werror specified");
    }
    assertThat(complete(17).strict().xor().run().output()).isEmpty();
  }

  @Test
  void anInterfaceThatAModuleExports() throws IOException {
    assertSymptom(
        javac(17)
            .with("-Xlint:all,-processing")
            .modulePath(Delivered.RUNTIME)
            .processorPath(Delivered.PROCESSOR)
            .source(
                "module-info.java", "module demo { requires io.github.gradsmith; exports demo; }")
            .xor()
            .run(),
        "warning: [exports] interface DoubleNetwork in module io.github.gradsmith is not indirectly"
            + " exported using requires transitive");
  }

  @Test
  void aModuleWhoseRuntimeIsOnTheClassPath() throws IOException {
    assertSymptom(
        complete(17).source("module-info.java", MODULE).xor().run(),
        "error: module not found: io.github.gradsmith");
  }

  @Test
  void aModuleThatDoesNotRequireTheRuntime() throws IOException {
    assertSymptom(
        javac(17)
            .modulePath(Delivered.RUNTIME)
            .with("--add-modules", "io.github.gradsmith")
            .processorPath(Delivered.PROCESSOR)
            .source("module-info.java", "module demo {}")
            .xor()
            .run(),
        "error: package io.github.gradsmith is not visible",
        "but module demo does not read it");
  }

  @Test
  void bothJarsOnTheModulePath() throws IOException {
    assertSymptom(
        javac(17)
            .modulePath(Delivered.RUNTIME, Delivered.PROCESSOR)
            .source(
                "module-info.java",
                "module demo { requires io.github.gradsmith; requires io.github.gradsmith.processor; }")
            .source("demo/Empty.java", EMPTY)
            .run(),
        "reads package io.github.gradsmith from both io.github.gradsmith and"
            + " io.github.gradsmith.processor");
  }

  @Test
  void anOptionWithoutANetwork() throws IOException {
    assertSymptom(
        complete(17)
            .with("-Agradsmith.derivation=true", "-Xlint:all")
            .source("demo/Empty.java", EMPTY)
            .run(),
        "warning: The following options were not recognized by any processor:"
            + " '[gradsmith.derivation]'");
  }

  @Test
  void aFileThatIsNowhere() throws IOException {
    String net = Javac.XOR.replace("layers", "weights = \"xor.npz\", layers");
    assertSymptom(
        complete(17).source("demo/XorNet.java", net).run(),
        "error: GS046: The file xor.npz was not found.");
  }

  @Test
  void incubatingModulesAndWerror() throws IOException {
    assertSymptom(
        complete(17).strict().with("--add-modules", "jdk.incubator.vector").xor().run(),
        "warning: using incubating module(s): jdk.incubator.vector");
  }

  @Test
  void lombokThatIsNotNamedToo() throws IOException {
    String use =
        """
        package demo;

        import lombok.val;

        final class Use {
          static double of(XorNet given) {
            val net = given;
            return net.forward(new double[2])[0];
          }
        }
        """;
    Path lombok = Delivered.tool("lombok");
    assertSymptom(
        javac(17)
            .classPath(Delivered.RUNTIME, lombok)
            .processorPath(Delivered.PROCESSOR)
            .source("demo/XorNet.java", Javac.XOR)
            .source("demo/Use.java", use)
            .run(),
        "error: incompatible types: XorNet cannot be converted to val");
    Command both =
        new Javac(17, folder.resolve("both"))
            .classPath(Delivered.RUNTIME, lombok)
            .processorPath(lombok, Delivered.PROCESSOR)
            .source("demo/XorNet.java", Javac.XOR)
            .source("demo/Use.java", use)
            .run();
    assertThat(both.exit()).as(both.output()).isZero();
  }

  @Test
  void aProgramWithoutTheRuntime() throws IOException {
    Javac javac = complete(17).xor();
    assertThat(javac.run().exit()).isZero();
    assertSymptom(
        Command.run(
            folder,
            List.of(
                Delivered.jdk(17).resolve("bin/java").toString(),
                "-cp",
                javac.classes().toString(),
                "demo.Use")),
        "java.lang.NoClassDefFoundError: io/github/gradsmith/DoubleNetwork");
  }

  @Test
  void processingThatIsSwitchedOff() throws IOException {
    Command run = complete(17).with("-proc:none").xor().run();
    assertSymptom(run, "error: cannot find symbol", "symbol:   class XorNetImpl");
  }

  @Test
  void oneMistakeOfADeclaration() throws IOException {
    String net = Javac.XOR.replace("{2, 3, 1}", "{2, 0, 1}");
    assertSymptom(
        complete(17).source("demo/XorNet.java", net).run(), "error: GS014: Layer 2 has 0 neurons");
  }
}
