package io.github.gradsmith.processor.diagnostic;

import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.tools.Diagnostic;

/**
 * Where a diagnostic points.
 *
 * @param element the interface, method or constant
 * @param mirror its annotation, or null to point at the element itself
 * @param value the very value in the annotation, or null to point at the annotation
 */
public record Place(Element element, AnnotationMirror mirror, AnnotationValue value) {
  /** A type, method or constant itself. */
  public static Place of(Element element) {
    return new Place(element, null, null);
  }

  /** An annotation of an element. */
  public static Place of(Element element, AnnotationMirror mirror) {
    return new Place(element, mirror, null);
  }

  /** The same annotation, at one of its values. */
  public Place at(AnnotationValue value) {
    return new Place(element, mirror, value);
  }

  void print(Messager messager, Diagnostic.Kind kind, String text) {
    if (isConstantOfEcj()) {
      messager.printMessage(kind, text, element.getEnclosingElement());
    } else {
      messager.printMessage(kind, text, element, mirror, value);
    }
  }

  /** ecj knows neither line nor file of an enum's constants: there, the enum is marked. */
  private boolean isConstantOfEcj() {
    return element != null
        && element.getKind() == ElementKind.ENUM_CONSTANT
        && element.getClass().getName().startsWith("org.eclipse.");
  }
}
