package io.github.gradsmith.processor.read;

import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.Hyperparameter;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads the values of an annotation, each with its place. */
final class AnnotationReader {
  private static final String ERRONEOUS = "<error>";

  private final AnnotationMirror mirror;
  private final Place place;

  AnnotationReader(Element annotated, AnnotationMirror mirror) {
    this.mirror = mirror;
    place = Place.of(annotated, mirror);
  }

  /** For an annotation of a type, if it has it. */
  static Optional<AnnotationReader> of(TypeElement type, Class<? extends Annotation> annotation) {
    return Mirrors.annotation(type, annotation.getCanonicalName())
        .map(mirror -> new AnnotationReader(type, mirror));
  }

  /** The annotation itself. */
  Place place() {
    return place;
  }

  /** Its type as source names it, such as {@code @Adam}. */
  String name() {
    return "@" + mirror.getAnnotationType().asElement().getSimpleName();
  }

  /** Whether an attribute is written out. */
  boolean isWritten(String attribute) {
    return written(attribute).isPresent();
  }

  /** What a reader makes of an attribute that is written out. */
  <T> Optional<T> ifWritten(String attribute, Function<String, T> reader) {
    return written(attribute).map(value -> reader.apply(attribute));
  }

  Located<List<Located<Integer>>> integers(String attribute) {
    return entries(attribute, entry -> read(entry, Integer.class));
  }

  Located<List<Located<String>>> strings(String attribute) {
    return entries(attribute, AnnotationReader::text);
  }

  Located<String> string(String attribute) {
    return new Located<>(text(value(attribute)), placeOf(attribute));
  }

  Located<Boolean> flag(String attribute) {
    return new Located<>(read(value(attribute), Boolean.class), placeOf(attribute));
  }

  /** An integer as a number. */
  Hyperparameter integer(String attribute) {
    int value = read(value(attribute), Integer.class);
    return new Hyperparameter(attribute, value, placeOf(attribute));
  }

  Hyperparameter number(String attribute) {
    double value = read(value(attribute), Double.class);
    return new Hyperparameter(attribute, value, placeOf(attribute));
  }

  <E extends Enum<E>> Located<List<Located<E>>> constants(String attribute, Class<E> kind) {
    return entries(attribute, entry -> constant(entry, kind));
  }

  <E extends Enum<E>> Located<E> constant(String attribute, Class<E> kind) {
    return new Located<>(constant(value(attribute), kind), placeOf(attribute));
  }

  private <T> Located<List<Located<T>>> entries(
      String attribute, Function<AnnotationValue, T> reader) {
    List<AnnotationValue> entries = entries(value(attribute));
    Place whole = placeOf(attribute);
    List<Located<T>> located = new ArrayList<>();
    for (AnnotationValue entry : entries) {
      // A single entry may stand without braces; compilers then know the place of the whole only.
      Place entryPlace = entries.size() == 1 ? whole : whole.at(entry);
      located.add(new Located<>(reader.apply(entry), entryPlace));
    }
    return new Located<>(List.copyOf(located), whole);
  }

  private static List<AnnotationValue> entries(AnnotationValue value) {
    if (value.getValue() instanceof List<?> entries) {
      return entries.stream().map(AnnotationValue.class::cast).toList();
    }
    throw new UnreadableException(value.toString());
  }

  private Place placeOf(String attribute) {
    return written(attribute).map(place::at).orElse(place);
  }

  private Optional<AnnotationValue> written(String attribute) {
    return elementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .map(entry -> (AnnotationValue) entry.getValue())
        .findFirst();
  }

  /** ecj fails where a value is not of its attribute's type, and says so itself. */
  private Map<? extends ExecutableElement, ? extends AnnotationValue> elementValues() {
    try {
      return mirror.getElementValues();
    } catch (RuntimeException e) {
      throw new UnreadableException(e.toString());
    }
  }

  private AnnotationValue value(String attribute) {
    return written(attribute).or(() -> defaultOf(attribute)).orElseThrow(() -> missing(attribute));
  }

  /**
   * Of an attribute that the annotation does not have, no compiler says anything, and no class may
   * come out; one that it has and that must be written is the compiler's affair.
   */
  private RuntimeException missing(String attribute) {
    if (attributes().anyMatch(method -> method.getSimpleName().contentEquals(attribute))) {
      return new UnreadableException(attribute);
    }
    String annotation = "@" + mirror.getAnnotationType().asElement().getSimpleName();
    return new UnknownConstantException(
        Message.UNKNOWN_CONSTANT.at(place, annotation + " without " + attribute));
  }

  private Stream<ExecutableElement> attributes() {
    return ElementFilter.methodsIn(mirror.getAnnotationType().asElement().getEnclosedElements())
        .stream();
  }

  private Optional<AnnotationValue> defaultOf(String attribute) {
    return attributes()
        .filter(method -> method.getSimpleName().contentEquals(attribute))
        .flatMap(method -> Stream.ofNullable(method.getDefaultValue()))
        .map(AnnotationValue.class::cast)
        .findFirst();
  }

  private static <T> T read(AnnotationValue value, Class<T> kind) {
    if (kind.isInstance(value.getValue())) {
      return kind.cast(value.getValue());
    }
    throw new UnreadableException(value.toString());
  }

  /** javac gives what it does not understand as a string of its own. */
  private static String text(AnnotationValue value) {
    String text = read(value, String.class);
    if (text.equals(ERRONEOUS)) {
      throw new UnreadableException(text);
    }
    return text;
  }

  private <E extends Enum<E>> E constant(AnnotationValue value, Class<E> kind) {
    if (value.getValue() instanceof VariableElement constant
        && constant.getKind() == ElementKind.ENUM_CONSTANT
        && Mirrors.owner(constant).getQualifiedName().contentEquals(kind.getCanonicalName())) {
      return known(constant.getSimpleName().toString(), kind, place.at(value));
    }
    throw UnreadableException.forGood(value.toString()); // the constants are there already
  }

  private static <E extends Enum<E>> E known(String name, Class<E> kind, Place place) {
    for (E candidate : kind.getEnumConstants()) {
      if (candidate.name().equals(name)) {
        return candidate;
      }
    }
    throw new UnknownConstantException(
        Message.UNKNOWN_CONSTANT.at(place, kind.getSimpleName() + "." + name));
  }
}
