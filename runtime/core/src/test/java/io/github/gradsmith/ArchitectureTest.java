package io.github.gradsmith;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.gradsmith.internal.vector.VectorModule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

@AnalyzeClasses(
    packages = "io.github.gradsmith",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.gradsmith";

  /** Each package and those of ours that it uses; {@code ""} holds what users name. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          entry(
              "",
              Set.of(
                  "internal.check",
                  "internal.file",
                  "internal.math",
                  "internal.onnx",
                  "internal.parallel",
                  "internal.weights")),
          entry("layer", Set.of("")),
          entry("npz", Set.of("", "internal.file", "internal.weights", "safetensors")),
          entry("safetensors", Set.of("", "internal.file")),
          entry("internal.check", Set.of("", "internal.math")),
          entry("internal.file", Set.of()),
          entry("internal.layout", Set.of("internal.math")),
          entry("internal.math", Set.of()),
          entry("internal.onnx", Set.of("", "internal.check", "internal.row", "internal.weights")),
          entry("internal.parallel", Set.of("", "internal.check")),
          entry("internal.row", Set.of("", "internal.math", "safetensors")),
          entry("row", Set.of()),
          entry("internal.vector", Set.of()),
          entry("internal.warm", Set.of("", "internal.math")),
          entry(
              "internal.weights",
              Set.of(
                  "",
                  "internal.check",
                  "internal.file",
                  "internal.layout",
                  "internal.row",
                  "safetensors")));

  private static final Set<String> EXACT = Set.of("abs", "min", "max", "copySign");

  /** The module descriptor, which requires java.base alone, keeps other java.* packages out. */
  @ArchTest
  static final ArchRule dependsOnTheJdkAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.github.gradsmith..", "java..");

  @ArchTest
  static void roomsUseWhatTheTableSays(JavaClasses classes) {
    Map<String, Set<String>> found = new HashMap<>();
    for (JavaClass type : classes) {
      Set<String> used = found.computeIfAbsent(room(type), room -> new HashSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith(ROOT) && !room(target).equals(room(type))) {
          used.add(room(target));
        }
      }
    }
    assertThat(found).isEqualTo(ROOMS);
  }

  private static String room(JavaClass type) {
    String room = type.getPackageName().substring(ROOT.length());
    return room.isEmpty() ? room : room.substring(1);
  }

  @ArchTest
  static final ArchRule readingFilesKnowsNothingOfNetworks =
      classes()
          .that()
          .resideInAPackage("..safetensors")
          .should()
          .onlyDependOnClassesThat(
              DescribedPredicate.describe(
                  "are the JDK's, the package's own, of files or WeightsException",
                  type ->
                      type.getPackageName().startsWith("java")
                          || type.getPackageName().endsWith(".safetensors")
                          || type.getPackageName().endsWith(".internal.file")
                          || type.isEquivalentTo(WeightsException.class)
                          || type.isArray()
                          || type.isPrimitive()));

  @ArchTest
  static final ArchRule functionsHaveTheSameBitsEverywhere =
      noClasses()
          .that()
          .areNotAssignableTo(VectorModule.class) // times fma, and takes no result from it
          .should()
          .callMethodWhere(
              DescribedPredicate.<JavaMethodCall>describe(
                  "a method of Math may differ between JVMs",
                  call ->
                      call.getTargetOwner().isEquivalentTo(Math.class)
                          && !EXACT.contains(call.getName())));
}
