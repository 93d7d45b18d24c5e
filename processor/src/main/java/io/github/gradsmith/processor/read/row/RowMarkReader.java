package io.github.gradsmith.processor.read.row;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.row.RowMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the annotations of components. */
final class RowMarkReader {
  private RowMarkReader() {}

  /** Those of an element; they point at a fallback if the element is not in source. */
  static List<RowMark> marks(Element annotated, Optional<Place> fallback) {
    List<RowMark> marks = new ArrayList<>();
    for (AnnotationMirror mirror : annotated.getAnnotationMirrors()) {
      kind(mirror).ifPresent(kind -> marks.add(mark(kind, annotated, mirror, fallback)));
    }
    return marks;
  }

  /** Which of the annotations it is, if it is one. */
  static Optional<RowMark.Kind> kind(AnnotationMirror mirror) {
    Element type = mirror.getAnnotationType().asElement();
    return type instanceof TypeElement annotation
        ? RowMark.Kind.of(annotation.getQualifiedName())
        : Optional.empty();
  }

  private static RowMark mark(
      RowMark.Kind kind, Element annotated, AnnotationMirror mirror, Optional<Place> fallback) {
    Place place = fallback.orElseGet(() -> Place.of(annotated, mirror));
    List<Located<Double>> numbers = new ArrayList<>();
    List<Located<String>> words = new ArrayList<>();
    for (String attribute : kind.attributes()) {
      Optional<? extends AnnotationValue> written = written(mirror, attribute);
      Place at = written.isPresent() && fallback.isEmpty() ? place.at(written.get()) : place;
      if (written.isPresent()) {
        add(written.get(), at, numbers, words);
      } else {
        byDefault(mirror, attribute).ifPresent(value -> add(value, at, numbers, words));
      }
    }
    return new RowMark(kind, place, numbers, words);
  }

  private static void add(
      AnnotationValue value, Place at, List<Located<Double>> numbers, List<Located<String>> words) {
    if (value.getValue() instanceof List<?> entries) {
      for (Object entry : entries) {
        AnnotationValue one = (AnnotationValue) entry;
        add(one, entries.size() > 1 && at.mirror() != null ? at.at(one) : at, numbers, words);
      }
    } else if (value.getValue() instanceof Number number) {
      numbers.add(new Located<>(number.doubleValue(), at));
    } else if (value.getValue() instanceof String word) {
      words.add(new Located<>(word, at));
    }
  }

  private static Optional<? extends AnnotationValue> written(
      AnnotationMirror mirror, String attribute) {
    return mirror.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<AnnotationValue> byDefault(AnnotationMirror mirror, String attribute) {
    Element annotation = mirror.getAnnotationType().asElement();
    for (ExecutableElement method : ElementFilter.methodsIn(annotation.getEnclosedElements())) {
      if (method.getSimpleName().contentEquals(attribute)) {
        return Optional.ofNullable(method.getDefaultValue());
      }
    }
    return Optional.empty();
  }
}
