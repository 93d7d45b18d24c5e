package io.github.gradsmith.processor.emit;

import io.github.gradsmith.GeneratedFrom;
import io.github.gradsmith.processor.model.MethodDeclaration;
import io.github.gradsmith.processor.model.Skeleton;
import java.util.List;

/**
 * The class that stands in for that of a faulty declaration as one file. It names all types by
 * their full names and has all constructors that a generated class may have.
 */
public final class SkeletonEmitter {
  private static final String SELF_TEST = "selfTest";

  private final Skeleton skeleton;
  private final StringBuilder text = new StringBuilder();

  private SkeletonEmitter(Skeleton skeleton) {
    this.skeleton = skeleton;
  }

  /** The source of the class. */
  public static SourceFile emit(Skeleton skeleton) {
    SkeletonEmitter emitter = new SkeletonEmitter(skeleton);
    emitter.addType();
    return new SourceFile(skeleton.qualifiedName(), emitter.text.toString());
  }

  private void addType() {
    String network = skeleton.type().canonicalName();
    String packageName = skeleton.type().packageName();
    line("// Generated from " + network + ", which has errors: a class without content.");
    if (!packageName.isEmpty()) {
      line("package " + packageName + ";");
    }
    line("");
    line("@" + GeneratedFrom.class.getName() + "(\"" + network + "\")");
    line("@SuppressWarnings({\"deprecation\", \"rawtypes\", \"removal\", \"unchecked\"})");
    String access = skeleton.type().isPublic() ? "public " : "";
    line(access + "final class " + name() + " implements " + network + " {");
    addBody("public " + name() + "()", List.of());
    addBody("public " + name() + "(long seed)", List.of());
    addBody("public " + name() + "(java.nio.file.Path weights)", List.of("java.io.IOException"));
    skeleton.implemented().forEach(this::addMethod);
    if (!skeleton.has(SELF_TEST)) {
      addBody("public double " + SELF_TEST + "()", List.of());
    }
    line("}");
  }

  private void addMethod(MethodDeclaration method) {
    String type =
        method.mayReturnGenerated() ? skeleton.qualifiedName() : method.erasedReturnType();
    StringBuilder parameters = new StringBuilder();
    for (String parameter : method.parameters()) {
      parameters.append(parameters.length() == 0 ? "" : ", ").append(parameter).append(" p");
      parameters.append(parameters.length());
    }
    line("  @Override");
    addBody("public " + type + " " + method.name() + "(" + parameters + ")", method.thrown());
  }

  private void addBody(String head, List<String> thrown) {
    line("  " + head + (thrown.isEmpty() ? "" : " throws " + String.join(", ", thrown)) + " {");
    line(
        "    throw new IllegalStateException(\""
            + skeleton.type().canonicalName()
            + " has errors: it was not generated\");");
    line("  }");
    line("");
  }

  private String name() {
    return skeleton.type().generatedName();
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
