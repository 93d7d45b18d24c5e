package io.github.gradsmith;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.gradsmith.internal.vector.VectorModule;
import java.util.Set;

@AnalyzeClasses(
    packages = "io.github.gradsmith",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final Set<String> EXACT = Set.of("abs", "min", "max", "copySign");

  /** The module descriptor, which requires java.base alone, keeps other java.* packages out. */
  @ArchTest
  static final ArchRule dependsOnTheJdkAlone =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.github.gradsmith..", "java..");

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
