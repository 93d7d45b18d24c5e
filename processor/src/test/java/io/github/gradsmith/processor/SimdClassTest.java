package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.processor.emit.SimdClassEmitter;
import io.github.gradsmith.processor.emit.SourceFile;
import io.github.gradsmith.processor.kernel.code.ClassParts;
import io.github.gradsmith.processor.model.NetworkModel;
import java.io.IOException;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A second file for one interface: the class of vector kernels. */
class SimdClassTest {
  private static final JavaFileObject NET =
      Sources.source(
          "demo.Outer",
          "package demo;",
          "import io.github.gradsmith.*;",
          "public interface Outer {",
          "  @Network(layers = {2, 1}, activation = Activation.TANH)",
          "  interface Net extends FloatNetwork {}",
          "}");

  private static final ClassName VECTOR = ClassName.get("jdk.incubator.vector", "FloatVector");

  private static final String EXPECTED =
      """
      // Generated from demo.Outer.Net. Do not edit.
      package demo;

      import io.github.gradsmith.GeneratedFrom;
      import javax.annotation.processing.Generated;
      import jdk.incubator.vector.FloatVector;
      import jdk.incubator.vector.VectorSpecies;

      /**
       * SIMD kernels of {@link Outer_NetImpl} on the Vector API: static methods over its arrays, loaded
       * only where the module jdk.incubator.vector is present.
       */
      @GeneratedFrom("demo.Outer.Net")
      @Generated("io.github.gradsmith.processor.NetworkProcessor")
      final class Outer_NetSimd {
        private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

        private Outer_NetSimd() {
        }

        /** Lanes of a vector. */
        static int lanes() {
          return SPECIES.length();
        }
      }
      """;

  /** Something that needs the Vector API, in place of kernels. */
  private static ClassParts fragments() {
    ClassName species = ClassName.get("jdk.incubator.vector", "VectorSpecies");
    FieldSpec field =
        FieldSpec.builder(ParameterizedTypeName.get(species, TypeName.FLOAT.box()), "SPECIES")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("$T.SPECIES_PREFERRED", VECTOR)
            .build();
    MethodSpec method =
        MethodSpec.methodBuilder("lanes")
            .addJavadoc("Lanes of a vector.")
            .addModifiers(Modifier.STATIC)
            .returns(TypeName.INT)
            .addStatement("return SPECIES.length()")
            .build();
    return new ClassParts(List.of(field), List.of(method), List.of());
  }

  private static GeneratedNetwork withVectorClass(NetworkModel model) {
    return with(model, SimdClassEmitter.emit(model, fragments()));
  }

  /** The implementation, and another file. */
  private static GeneratedNetwork with(NetworkModel model, SourceFile other) {
    GeneratedNetwork network = Generation.standard().of(model);
    return new GeneratedNetwork(
        network.plan(), network.implementation(), List.of(network.sources().get(0), other));
  }

  private static Compilation compile(Compilers compiler, JavaFileObject file, String... options) {
    return compiler
        .with(options)
        .withProcessors(new NetworkProcessor(SimdClassTest::withVectorClass))
        .compile(file);
  }

  @ParameterizedTest
  @EnumSource
  void isWrittenBesideTheImplementation(Compilers compiler) throws IOException {
    Compilation compilation = compile(compiler, NET, "--add-modules", "jdk.incubator.vector");

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.generatedSourceFile("demo.Outer_NetImpl")).isPresent();
    JavaFileObject vector = compilation.generatedSourceFile("demo.Outer_NetSimd").orElseThrow();
    assertThat(vector.getCharContent(true)).hasToString(EXPECTED);
  }

  /** javac 17 warns of the module itself, which nothing silences; of the code nobody does. */
  @Test
  void compilesWithoutOtherWarnings() {
    Compilation compilation =
        compile(
            Compilers.JAVAC,
            NET,
            "--add-modules",
            "jdk.incubator.vector",
            "-Xlint:all,-processing");

    assertThat(compilation.diagnostics())
        .extracting(diagnostic -> diagnostic.getMessage(null))
        .allMatch(message -> message.equals("using incubating module(s): jdk.incubator.vector"));
  }

  @Test
  void itsFaultIsReported() {
    SourceFile taken = new SourceFile("demo.Outer", "");
    Compilation compilation =
        Compilers.JAVAC
            .with()
            .withProcessors(new NetworkProcessor(model -> with(model, taken)))
            .compile(NET);

    assertThat(Compilers.ours(compilation))
        .singleElement()
        .satisfies(
            fault ->
                assertThat(fault.getMessage(null))
                    .startsWith("GS011: The processor generates demo.Outer for demo.Outer.Net, "));
  }
}
