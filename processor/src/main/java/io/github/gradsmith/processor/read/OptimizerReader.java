package io.github.gradsmith.processor.read;

import io.github.gradsmith.Adagrad;
import io.github.gradsmith.Adam;
import io.github.gradsmith.AdamW;
import io.github.gradsmith.Network;
import io.github.gradsmith.RmsProp;
import io.github.gradsmith.Sgd;
import io.github.gradsmith.processor.model.OptimizerDeclaration;
import java.lang.annotation.Annotation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads the optimizer annotations of a type. */
final class OptimizerReader {
  private static final Map<Class<? extends Annotation>, Kind> KINDS =
      Map.of(
          Sgd.class, OptimizerReader::sgd,
          RmsProp.class, OptimizerReader::rmsProp,
          Adam.class, OptimizerReader::adam,
          AdamW.class, OptimizerReader::adamW,
          Adagrad.class, OptimizerReader::adagrad);

  private OptimizerReader() {}

  /** The optimizer annotations that there are. */
  static Set<Class<? extends Annotation>> annotations() {
    return KINDS.keySet();
  }

  /** Those of a round that stand on types without {@code @Network}, by the types' names. */
  static List<OptimizerDeclaration> readStray(RoundEnvironment round) {
    return ElementFilter.typesIn(round.getElementsAnnotatedWithAny(annotations())).stream()
        .filter(type -> Mirrors.annotation(type, Network.class.getCanonicalName()).isEmpty())
        .sorted(Comparator.comparing(type -> type.getQualifiedName().toString()))
        .flatMap(type -> read(type).stream())
        .toList();
  }

  /** Those that stand on a type, in the order of the source. */
  static List<OptimizerDeclaration> read(TypeElement type) {
    return type.getAnnotationMirrors().stream().flatMap(mirror -> read(type, mirror)).toList();
  }

  private static Stream<OptimizerDeclaration> read(TypeElement type, AnnotationMirror mirror) {
    String name = Mirrors.type(mirror.getAnnotationType()).getQualifiedName().toString();
    return KINDS.entrySet().stream()
        .filter(kind -> kind.getKey().getCanonicalName().equals(name))
        .map(kind -> kind.getValue().apply(new AnnotationReader(type, mirror)));
  }

  private static OptimizerDeclaration sgd(AnnotationReader annotation) {
    return new OptimizerDeclaration.Sgd(
        annotation.place(),
        annotation.number("momentum"),
        annotation.flag("nesterov"),
        annotation.number("weightDecay"));
  }

  private static OptimizerDeclaration rmsProp(AnnotationReader annotation) {
    return new OptimizerDeclaration.RmsProp(
        annotation.place(), annotation.number("alpha"), annotation.number("epsilon"));
  }

  private static OptimizerDeclaration adam(AnnotationReader annotation) {
    return new OptimizerDeclaration.Adam(
        annotation.place(),
        annotation.number("beta1"),
        annotation.number("beta2"),
        annotation.number("epsilon"));
  }

  private static OptimizerDeclaration adamW(AnnotationReader annotation) {
    return new OptimizerDeclaration.AdamW(
        annotation.place(),
        annotation.number("beta1"),
        annotation.number("beta2"),
        annotation.number("epsilon"),
        annotation.number("weightDecay"));
  }

  private static OptimizerDeclaration adagrad(AnnotationReader annotation) {
    return new OptimizerDeclaration.Adagrad(annotation.place(), annotation.number("epsilon"));
  }

  private interface Kind extends Function<AnnotationReader, OptimizerDeclaration> {}
}
