package io.github.gradsmith.processor.read;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.net.URI;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Where a type's source is, which javac tells by its tree API and other compilers do not. */
final class SourcePlace {
  /** An option that kapt sets. It has javac compile stubs, beside which no file is. */
  private static final String KAPT = "kapt.kotlin.generated";

  private SourcePlace() {}

  static Optional<URI> of(TypeElement type, ProcessingEnvironment environment) {
    if (environment.getOptions().containsKey(KAPT)) {
      return Optional.empty();
    }
    try {
      TreePath path = Trees.instance(CompilerEnvironment.of(environment)).getPath(type);
      return Optional.ofNullable(path).map(p -> p.getCompilationUnit().getSourceFile().toUri());
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty(); // not javac, or one that is wrapped in a way we do not know
    }
  }
}
