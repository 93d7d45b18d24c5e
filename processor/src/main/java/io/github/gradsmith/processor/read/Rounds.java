package io.github.gradsmith.processor.read;

import io.github.gradsmith.Network;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What the rounds of one compilation have shown so far; kept by name, as elements grow stale. */
public final class Rounds {
  private final Set<String> sources = new LinkedHashSet<>();
  private final Set<String> pending = new LinkedHashSet<>();

  /** The annotated types of a round, those that could not be read before first. */
  public List<TypeElement> next(RoundEnvironment round, Elements elements) {
    for (TypeElement root : ElementFilter.typesIn(round.getRootElements())) {
      sources.add(root.getQualifiedName().toString());
    }
    List<TypeElement> types = new ArrayList<>();
    pending.stream().map(elements::getTypeElement).filter(Objects::nonNull).forEach(types::add);
    pending.clear();
    types.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(Network.class)));
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
