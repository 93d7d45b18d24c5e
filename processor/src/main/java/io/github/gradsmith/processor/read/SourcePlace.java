package io.github.gradsmith.processor.read;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.net.URI;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** Where a type's source is, which javac tells by its tree API and other compilers do not. */
final class SourcePlace {
  private SourcePlace() {}

  static Optional<URI> of(TypeElement type, ProcessingEnvironment environment) {
    try {
      TreePath path = Trees.instance(environment).getPath(type);
      return Optional.ofNullable(path).map(p -> p.getCompilationUnit().getSourceFile().toUri());
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty(); // not javac, or one that is wrapped
    }
  }
}
