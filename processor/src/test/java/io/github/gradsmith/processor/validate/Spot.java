package io.github.gradsmith.processor.validate;

import io.github.gradsmith.processor.diagnostic.Place;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.AnnotationValueVisitor;

/** A place by name, where no compiler gives any. */
public record Spot(String name) implements AnnotationValue {
  public static Place at(String name) {
    return new Place(null, null, new Spot(name));
  }

  @Override
  public Object getValue() {
    return name;
  }

  @Override
  public <R, P> R accept(AnnotationValueVisitor<R, P> visitor, P parameter) {
    return visitor.visitString(name, parameter);
  }
}
