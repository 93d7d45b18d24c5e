package io.github.gradsmith.processor;

import static com.google.testing.compile.Compiler.compiler;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** The compilers that the processor is tested with. */
enum Compilers {
  JAVAC {
    @Override
    Compiler with(String... options) {
      return KeptFiles.javac().withOptions((Object[]) options);
    }
  },
  ECJ {
    @Override
    Compiler with(String... options) {
      return compiler(new QuietEclipseCompiler())
          .withOptions("--release", "17", "-proceedOnError")
          .withOptions((Object[]) standard(options));
    }
  };

  /** Other than javac, ecj takes incubating modules in without being asked. */
  private static String[] standard(String... options) {
    return List.of(options).contains("--add-modules")
        ? options
        : Stream.concat(Stream.of("--limit-modules", "java.se"), Stream.of(options))
            .toArray(String[]::new);
  }

  abstract Compiler with(String... options);

  /** Compiles one source file, with the options that it names, and our processor. */
  Compilation compile(Path source) {
    return with(Sources.options(source))
        .withProcessors(new NetworkProcessor())
        .compile(Sources.fileObject(source));
  }

  /** The same, together with a class that uses what is to be generated. */
  Compilation compileWithUse(Path source) {
    return with(Sources.options(source))
        .withProcessors(new NetworkProcessor())
        .compile(Sources.fileObject(source), Sources.useOf(source));
  }

  /** Compiles one source file with another generation. */
  Compilation compile(Path source, RecordingGeneration generation) {
    return with(Sources.options(source))
        .withProcessors(new NetworkProcessor(generation))
        .compile(Sources.fileObject(source));
  }

  /** The diagnostics of our processor among those of the compiler. */
  static List<Diagnostic<? extends JavaFileObject>> ours(Compilation compilation) {
    return compilation.diagnostics().stream()
        .<Diagnostic<? extends JavaFileObject>>map(diagnostic -> diagnostic)
        .filter(diagnostic -> diagnostic.getMessage(null).matches("(?s)GS\\d{3}: .*"))
        .toList();
  }
}
