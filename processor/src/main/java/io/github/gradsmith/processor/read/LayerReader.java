package io.github.gradsmith.processor.read;

import static java.util.Comparator.comparing;

import io.github.gradsmith.Activation;
import io.github.gradsmith.Initializer;
import io.github.gradsmith.Network;
import io.github.gradsmith.layer.Add;
import io.github.gradsmith.layer.Concat;
import io.github.gradsmith.layer.Dense;
import io.github.gradsmith.layer.Dropout;
import io.github.gradsmith.layer.Elementwise;
import io.github.gradsmith.layer.Embedding;
import io.github.gradsmith.layer.Flatten;
import io.github.gradsmith.layer.Input;
import io.github.gradsmith.layer.LayerNorm;
import io.github.gradsmith.layer.Multiply;
import io.github.gradsmith.layer.Normalization;
import io.github.gradsmith.layer.Slice;
import io.github.gradsmith.layer.Transpose;
import io.github.gradsmith.processor.diagnostic.Located;
import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.model.Hyperparameter;
import io.github.gradsmith.processor.model.LayerAnnotation;
import io.github.gradsmith.processor.model.LayerChoice.Type;
import io.github.gradsmith.processor.model.LayerConstant;
import io.github.gradsmith.processor.model.LayerEnum;
import io.github.gradsmith.processor.model.StrayLayer;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;

/** Reads enums of layers: their constants and the annotations of these. */
final class LayerReader {
  private static final Map<Class<? extends Annotation>, Kind> KINDS =
      Map.ofEntries(
          Map.entry(Input.class, LayerReader::input),
          Map.entry(Dense.class, one(Type.DENSE, "units")),
          Map.entry(Elementwise.class, one(Type.ELEMENTWISE)),
          Map.entry(Dropout.class, LayerReader::dropout),
          Map.entry(LayerNorm.class, LayerReader::layerNorm),
          Map.entry(Normalization.class, one(Type.NORMALIZATION)),
          Map.entry(Add.class, many(Type.ADD)),
          Map.entry(Multiply.class, many(Type.MULTIPLY)),
          Map.entry(Concat.class, many(Type.CONCAT, "axis")),
          Map.entry(Slice.class, one(Type.SLICE, "begin", "end", "axis")),
          Map.entry(Flatten.class, one(Type.FLATTEN)),
          Map.entry(Transpose.class, one(Type.TRANSPOSE)),
          Map.entry(Embedding.class, one(Type.EMBEDDING, "categories", "units")));

  private LayerReader() {}

  /** The annotations of layers that there are. */
  static Set<Class<? extends Annotation>> annotations() {
    return KINDS.keySet();
  }

  /**
   * The enums of layers that stand in a type itself.
   *
   * @throws UnreadableException if the compiler does not know an annotation of one of them
   */
  static List<LayerEnum> read(TypeElement type, ProcessingEnvironment environment) {
    return ElementFilter.typesIn(type.getEnclosedElements()).stream()
        .filter(nested -> nested.getKind() == ElementKind.ENUM)
        .map(nested -> layerEnum(nested, environment))
        .filter(found -> found.constants().stream().anyMatch(c -> !c.annotations().isEmpty()))
        .toList();
  }

  /** The annotations of layers of a round that stand elsewhere, in the order of the source. */
  static List<StrayLayer> readStray(RoundEnvironment round) {
    return round.getElementsAnnotatedWithAny(annotations()).stream()
        .filter(element -> !isLayer(element))
        .sorted(comparing(LayerReader::owner).thenComparing(LayerReader::index))
        .flatMap(LayerReader::strays)
        .toList();
  }

  private static boolean isLayer(Element element) {
    return element.getKind() == ElementKind.ENUM_CONSTANT
        && Mirrors.annotation(
                element.getEnclosingElement().getEnclosingElement(),
                Network.class.getCanonicalName())
            .isPresent();
  }

  private static String owner(Element element) {
    return ((TypeElement) element.getEnclosingElement()).getQualifiedName().toString();
  }

  private static int index(Element element) {
    return element.getEnclosingElement().getEnclosedElements().indexOf(element);
  }

  private static Stream<StrayLayer> strays(Element element) {
    String name = element.getEnclosingElement().getSimpleName() + "." + element.getSimpleName();
    return element.getAnnotationMirrors().stream()
        .flatMap(mirror -> annotation(element, mirror))
        .map(layer -> new StrayLayer(layer.name(), name, layer.place()));
  }

  private static LayerEnum layerEnum(TypeElement type, ProcessingEnvironment environment) {
    List<LayerConstant> constants =
        type.getEnclosedElements().stream()
            .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
            .map(constant -> constant(constant, environment))
            .toList();
    return new LayerEnum(type.getSimpleName().toString(), constants, Place.of(type));
  }

  private static LayerConstant constant(Element constant, ProcessingEnvironment environment) {
    if (UnknownAnnotations.on(constant, environment)) {
      throw new UnreadableException(constant.toString());
    }
    List<LayerAnnotation> annotations =
        constant.getAnnotationMirrors().stream()
            .flatMap(mirror -> annotation(constant, mirror))
            .toList();
    return new LayerConstant(constant.getSimpleName().toString(), annotations, Place.of(constant));
  }

  private static Stream<LayerAnnotation> annotation(Element constant, AnnotationMirror mirror) {
    if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
      throw new UnreadableException(mirror.toString());
    }
    String name =
        ((TypeElement) mirror.getAnnotationType().asElement()).getQualifiedName().toString();
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().getCanonicalName().equals(name))
        .map(kind -> kind.getValue().apply(new AnnotationReader(constant, mirror)));
  }

  private static LayerAnnotation input(AnnotationReader annotation) {
    List<Hyperparameter> sizes =
        annotation.integers("value").value().stream()
            .map(size -> new Hyperparameter("value", size.value(), size.place()))
            .toList();
    return layer(Optional.empty(), annotation, Optional.empty(), sizes);
  }

  private static LayerAnnotation dropout(AnnotationReader annotation) {
    return layer(Type.DROPOUT, annotation, annotation.number("value"));
  }

  private static LayerAnnotation layerNorm(AnnotationReader annotation) {
    return layer(Type.LAYER_NORM, annotation, annotation.number("epsilon"));
  }

  private static LayerAnnotation layer(
      Type type, AnnotationReader annotation, Hyperparameter number) {
    return layer(Optional.of(type), annotation, from(annotation), List.of(number));
  }

  /** A kind that reads one value, with these integers. */
  private static Kind one(Type type, String... integers) {
    return annotation ->
        layer(Optional.of(type), annotation, from(annotation), integers(annotation, integers));
  }

  /** A kind that names all values that it reads, with these integers. */
  private static Kind many(Type type, String... integers) {
    return annotation ->
        layer(
            Optional.of(type),
            annotation,
            Optional.of(annotation.strings("value")),
            integers(annotation, integers));
  }

  private static Optional<Located<List<Located<String>>>> from(AnnotationReader annotation) {
    return annotation
        .ifWritten("from", annotation::string)
        .map(name -> new Located<>(List.of(name), name.place()));
  }

  private static List<Hyperparameter> integers(AnnotationReader annotation, String... attributes) {
    return Stream.of(attributes).map(annotation::integer).toList();
  }

  private static LayerAnnotation layer(
      Optional<Type> type,
      AnnotationReader annotation,
      Optional<Located<List<Located<String>>>> reads,
      List<Hyperparameter> numbers) {
    return new LayerAnnotation(
        type,
        annotation.name(),
        annotation.place(),
        reads,
        annotation.ifWritten(
            "activation", attribute -> annotation.constant(attribute, Activation.class)),
        annotation.ifWritten("formula", annotation::string),
        annotation.ifWritten(
            "initializer", attribute -> annotation.constant(attribute, Initializer.class)),
        annotation.ifWritten("bias", annotation::flag).map(Located::value).orElse(true),
        numbers);
  }

  private interface Kind extends Function<AnnotationReader, LayerAnnotation> {}
}
