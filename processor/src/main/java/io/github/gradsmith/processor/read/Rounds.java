package io.github.gradsmith.processor.read;

import io.github.gradsmith.Network;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What the rounds of one compilation have shown so far; kept by name, as elements grow stale. */
public final class Rounds {
  private final Set<String> sources = new HashSet<>();
  private final Set<String> pending = new TreeSet<>();

  /**
   * The annotated types of a round and those that could not be read before, by name: compilers
   * differ in their order.
   */
  public List<TypeElement> next(RoundEnvironment round, Elements elements) {
    for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
      sources.add(root.getQualifiedName().toString());
    }
    for (TypeElement type : ElementFilter.typesIn(round.getElementsAnnotatedWith(Network.class))) {
      pending.add(type.getQualifiedName().toString());
    }
    return unread(elements);
  }

  /** The types that could not be read so far. */
  public List<TypeElement> unread(Elements elements) {
    List<TypeElement> types =
        pending.stream().map(elements::getTypeElement).filter(Objects::nonNull).toList();
    pending.clear();
    return types;
  }

  /** Asks for a type again in the next round. */
  public void retry(TypeElement type) {
    pending.add(type.getQualifiedName().toString());
  }

  /** Whether a top-level type of this name is compiled from source here. */
  boolean declares(String qualifiedName) {
    return sources.contains(qualifiedName);
  }
}
