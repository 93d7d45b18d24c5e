package io.github.gradsmith.processor.read;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Annotations of types that the compiler does not know: javac leaves them out of the mirrors. */
final class UnknownAnnotations {
  private UnknownAnnotations() {}

  /** Whether one stands on a constant, as far as the compiler has a tree to tell by. */
  static boolean on(Element constant, ProcessingEnvironment environment) {
    try {
      Trees trees = Trees.instance(CompilerEnvironment.of(environment));
      TreePath path = trees.getPath(constant);
      return path != null
          && path.getLeaf() instanceof VariableTree tree
          && tree.getModifiers().getAnnotations().stream()
              .anyMatch(annotation -> isUnknown(annotation, path, trees));
    } catch (RuntimeException | LinkageError e) {
      return false; // not javac, or one that is wrapped in a way we do not know
    }
  }

  private static boolean isUnknown(AnnotationTree annotation, TreePath path, Trees trees) {
    TreePath type = new TreePath(new TreePath(path, annotation), annotation.getAnnotationType());
    TypeMirror mirror = trees.getTypeMirror(type);
    return mirror == null || mirror.getKind() == TypeKind.ERROR;
  }
}
