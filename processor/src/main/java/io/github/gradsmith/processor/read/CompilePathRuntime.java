package io.github.gradsmith.processor.read;

import io.github.gradsmith.internal.check.RuntimeVersion;
import io.github.gradsmith.processor.diagnostic.Message;
import io.github.gradsmith.processor.diagnostic.Place;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The runtime that a network is compiled against, other than that which the processor runs with.
 */
final class CompilePathRuntime {
  private static final String TYPE = RuntimeVersion.class.getCanonicalName();
  private static final String OLD = "an older one, which does not say its version";

  private CompilePathRuntime() {}

  /**
   * Refuses any version but ours.
   *
   * @param network the annotation, which is of that runtime
   * @throws OtherRuntimeException if it is another one
   */
  static void requireOwn(Place network, Elements elements) {
    String version =
        version(network.mirror().getAnnotationType().asElement(), elements).orElse(OLD);
    if (!version.equals(RuntimeVersion.VERSION)) {
      throw new OtherRuntimeException(
          Message.RUNTIME_VERSION.at(network, version, RuntimeVersion.VERSION));
    }
  }

  /** Of the module that the annotation is of, as another one may have such a class, too. */
  private static Optional<String> version(Element annotation, Elements elements) {
    ModuleElement module = elements.getModuleOf(annotation);
    TypeElement type =
        module == null || module.isUnnamed()
            ? elements.getTypeElement(TYPE)
            : elements.getTypeElement(module, TYPE);
    return type == null
        ? Optional.empty()
        : ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().contentEquals("VERSION"))
            .map(VariableElement::getConstantValue)
            .map(String::valueOf)
            .findFirst();
  }
}
