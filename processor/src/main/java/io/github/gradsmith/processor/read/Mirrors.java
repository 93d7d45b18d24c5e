package io.github.gradsmith.processor.read;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** From the compiler's elements and types to others that they stand for. */
final class Mirrors {
  private Mirrors() {}

  /** The element of a class or interface. */
  static TypeElement type(TypeMirror declared) {
    return (TypeElement) ((DeclaredType) declared).asElement();
  }

  /** The class or interface around a member. */
  static TypeElement owner(Element member) {
    return (TypeElement) member.getEnclosingElement();
  }

  static PackageElement packageOf(Element element) {
    Element around = element;
    while (!(around instanceof PackageElement)) {
      around = around.getEnclosingElement();
    }
    return (PackageElement) around;
  }

  /** The annotation of that name, if an element has it. */
  static Optional<? extends AnnotationMirror> annotation(Element element, String qualifiedName) {
    return element.getAnnotationMirrors().stream()
        .filter(
            mirror ->
                type(mirror.getAnnotationType()).getQualifiedName().contentEquals(qualifiedName))
        .findFirst();
  }
}
