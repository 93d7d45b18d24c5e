package io.github.gradsmith.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.github.gradsmith.processor.plan.shape.ForwardShape;
import io.github.gradsmith.processor.plan.shape.Schedule;
import io.github.gradsmith.processor.plan.simd.SimdShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of the house. Rooms may be empty; what is in them keeps to the rules. */
@AnalyzeClasses(
    packages = "io.github.gradsmith",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.gradsmith.processor";

  private static final List<Class<?>> SHAPES =
      List.of(ForwardShape.class, Schedule.class, SimdShape.class);

  private static final DescribedPredicate<JavaClass> COMPILER_MODEL =
      resideInAnyPackage("javax.lang.model.element", "javax.lang.model.type")
          .and(not(name("javax.lang.model.element.Modifier")))
          .as("the compiler's model");

  private static final String WRITERS = Pattern.quote(ROOT + ".emit.") + "(Source|Resource)Writer";

  @ArchTest
  static final ArchRule COMPILER_MODEL_STAYS_AT_THE_EDGE =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, ROOT + ".read..", ROOT + ".diagnostic")
          .and()
          .haveNameNotMatching(WRITERS)
          .should()
          .dependOnClassesThat(COMPILER_MODEL);

  @ArchTest
  static final ArchRule SOURCE_IS_BUILT_IN_FEW_ROOMS =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".kernel..", ROOT + ".emit..")
          .and()
          .haveNameNotMatching(
              Pattern.quote(ROOT + ".formula.render.Java") + "(Renderer|Formula)(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir.javapoet..");

  @ArchTest
  static final ArchRule FILES_ARE_FOUND_AND_WRITTEN_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .and()
          .haveNameNotMatching(WRITERS)
          .and()
          .haveNameNotMatching(Pattern.quote(ROOT + ".read.FileFinder"))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("javax.annotation.processing.Filer");

  @ArchTest
  static final ArchRule PACKAGES_FLOW_ONE_WAY =
      SlicesRuleDefinition.slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule PACKAGES_WITHIN_ROOMS_FLOW_ONE_WAY =
      SlicesRuleDefinition.slices().matching(ROOT + ".(**)").should().beFreeOfCycles();

  /** Also the other way round: what a room does not import any more leaves the table. */
  @ArchTest
  static void roomsImportWhatTheTableSays(JavaClasses classes) {
    assertThat(Rooms.imports(classes)).isEqualTo(Rooms.table());
  }

  @ArchTest
  static void contributingShowsTheTable(JavaClasses classes) throws IOException {
    assertThat(Files.readString(Path.of("..", "CONTRIBUTING.md")))
        .contains("```text\n" + Rooms.TABLE + "```");
  }

  @ArchTest
  static final ArchRule JUDGING_COMES_BEFORE_BUILDING =
      flows(List.of("read", "validate"), List.of("plan", "kernel", "derivation", "emit"));

  @ArchTest
  static final ArchRule READING_JUDGES_NOTHING =
      flows(List.of("read"), List.of("validate", "formula", "check"));

  @ArchTest
  static final ArchRule CHECKING_KNOWS_FORMULAS_ONLY =
      flows(
          List.of("check"),
          List.of(
              "read", "validate", "diagnostic", "model", "plan", "kernel", "derivation", "emit"));

  @ArchTest
  static final ArchRule BUILDING_KNOWS_MODELS_ONLY =
      flows(
          List.of("plan", "kernel", "derivation", "formula"),
          List.of("read", "validate", "diagnostic", "emit"));

  /** What the planner decides is in the plan: nobody asks again. */
  @ArchTest
  static final ArchRule RULES_OF_SHAPES_ARE_ASKED_ONCE =
      noClasses()
          .that()
          .haveNameNotMatching(Pattern.quote(ROOT + ".plan.dense.") + "(DenseLoops|\\w+Rules)")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(Pattern.quote(ROOT + ".plan.dense.") + "\\w+Rules");

  /** There, a network is planned once and built once; see GenerationTest. */
  @ArchTest
  static final ArchRule A_NETWORK_IS_PLANNED_AND_BUILT_IN_ONE_PLACE =
      noClasses()
          .that()
          .haveNameNotMatching(
              Pattern.quote(ROOT) + "\\.(Generation|planner\\.Planner|kernel\\.Kernels)")
          .should()
          .dependOnClassesThat()
          .haveNameMatching(Pattern.quote(ROOT) + "\\.(planner\\.Planner|kernel\\.Kernels)");

  /** Sizes and layout come from what is known, not from the text of what is generated. */
  @ArchTest
  static final ArchRule NO_REGULAR_EXPRESSION_READS_GENERATED_CODE =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".kernel..", ROOT + ".emit..", ROOT + ".plan..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.regex");

  /** A new shape does not compile until every fold says what becomes of it. */
  @ArchTest
  static void shapesAreToldApartByFoldsAlone(JavaClasses classes) {
    assertThat(
            classes.stream()
                .flatMap(type -> type.getInstanceofChecks().stream())
                .filter(check -> SHAPES.stream().anyMatch(check.getRawType()::isAssignableTo)))
        .as("checks by instanceof; use fold")
        .isEmpty();
  }

  @ArchTest
  static final ArchRule TEXT_NEEDS_NO_CODE =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".derivation..")
          .should()
          .dependOnClassesThat(
              JavaClass.Predicates.resideInAPackage(ROOT + ".kernel..")
                  .and(not(JavaClass.Predicates.resideInAPackage(ROOT + ".kernel.lowering.."))));

  @ArchTest
  static final ArchRule EMISSION_DOES_NOT_LOOK_BACK =
      flows(List.of("emit"), List.of("read", "validate", "derivation"));

  @ArchTest
  static final ArchRule MODELS_KNOW_NO_ROOM =
      flows(
          List.of("model", "diagnostic"),
          List.of("read", "validate", "plan", "kernel", "derivation", "emit", "formula"));

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
      noClasses().should().haveNameMatching(".*(Utils?|Helpers?|Managers?)");

  private static ArchRule flows(List<String> from, List<String> to) {
    return noClasses()
        .that()
        .resideInAnyPackage(packages(from))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages(to))
        .allowEmptyShould(true);
  }

  private static String[] packages(List<String> rooms) {
    return rooms.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new);
  }

  @Test
  void filesAreShort() throws IOException {
    for (Path file : sources()) {
      assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(400);
    }
  }

  @Test
  void roomsAreSmall() throws IOException {
    Map<Path, Integer> lines = new TreeMap<>();
    for (Path file : sources()) {
      lines.merge(file.getParent(), Files.readAllLines(file).size(), Integer::sum);
    }
    lines.keySet().removeIf(room -> !room.startsWith("src/main/java"));
    assertThat(lines.values()).hasSizeGreaterThan(20).allMatch(count -> count <= 2000);
  }

  @Test
  void theProcessorWiresAndNeverThinks() throws IOException {
    Path processor =
        Path.of(
            "src/main/java",
            ROOT.replace('.', '/'),
            NetworkProcessor.class.getSimpleName() + ".java");
    assertThat(Files.readAllLines(processor)).hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void everyPackageSaysWhatLivesThere() throws IOException {
    for (Path file : sources()) {
      if (file.startsWith("src/main/java")) {
        assertThat(file.resolveSibling("package-info.java")).exists();
      }
    }
  }

  /** The Java files of both modules; tests run in the folder of this one. */
  private static List<Path> sources() throws IOException {
    List<Path> roots =
        List.of(
            Path.of("src/main/java"),
            Path.of("src/test/java"),
            Path.of("../runtime/core/src/main/java"));
    try (Stream<Path> files = roots.stream().flatMap(ArchitectureTest::walk)) {
      List<Path> sources = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertThat(sources).hasSizeGreaterThan(40);
      return sources;
    }
  }

  private static Stream<Path> walk(Path root) {
    try {
      return Files.walk(root);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
