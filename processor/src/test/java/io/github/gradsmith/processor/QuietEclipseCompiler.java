package io.github.gradsmith.processor;

import java.io.Writer;
import java.nio.charset.Charset;
import java.util.Locale;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/** Hands its diagnostics to the listener, and does not print them too. */
public final class QuietEclipseCompiler extends EclipseCompiler {
  private static final KeptFiles FILES =
      new KeptFiles(() -> new EclipseCompiler().getStandardFileManager(null, null, null));

  @Override
  public StandardJavaFileManager getStandardFileManager(
      DiagnosticListener<? super JavaFileObject> diagnostics, Locale locale, Charset charset) {
    return FILES.ofThread();
  }

  @Override
  public CompilationTask getTask(
      Writer out,
      JavaFileManager files,
      DiagnosticListener<? super JavaFileObject> diagnostics,
      Iterable<String> options,
      Iterable<String> classes,
      Iterable<? extends JavaFileObject> sources) {
    Writer quiet = out == null ? Writer.nullWriter() : out;
    return super.getTask(quiet, files, diagnostics, options, classes, sources);
  }
}
