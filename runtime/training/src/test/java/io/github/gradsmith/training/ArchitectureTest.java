package io.github.gradsmith.training;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(
    packages = "io.github.gradsmith.training",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.gradsmith.training";
  private static final Path SOURCES = Path.of("src/main/java/io/github/gradsmith/training");

  /** Each package and those of ours that it uses; {@code ""} holds what users name. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          entry(
              "",
              Set.of(
                  "internal.block",
                  "internal.fold",
                  "internal.loop",
                  "internal.metric",
                  "internal.report",
                  "internal.schedule",
                  "internal.text")),
          entry("internal.block", Set.of()),
          entry("internal.chart", Set.of("internal.markup")),
          entry("internal.fold", Set.of("")),
          entry(
              "internal.loop", Set.of("", "internal.metric", "internal.schedule", "internal.step")),
          entry("internal.markup", Set.of()),
          entry("internal.outcome", Set.of("internal.metric")),
          entry("internal.metric", Set.of("")),
          entry(
              "internal.report",
              Set.of(
                  "",
                  "internal.chart",
                  "internal.loop",
                  "internal.markup",
                  "internal.metric",
                  "internal.outcome",
                  "internal.schedule")),
          entry("internal.schedule", Set.of("")),
          entry("internal.step", Set.of()),
          entry("internal.text", Set.of("")));

  private static final Set<String> EXACT =
      Set.of("abs", "min", "max", "copySign", "multiplyExact", "toIntExact");

  @ArchTest
  static final ArchRule dependsOnTheJdkAndTheRuntimeAlone =
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
  static final ArchRule numbersHaveTheSameBitsEverywhere =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.<JavaMethodCall>describe(
                  "a method of Math may differ between JVMs",
                  call ->
                      call.getTargetOwner().isEquivalentTo(Math.class)
                          && !EXACT.contains(call.getName())));

  /** The two learners and what they use, and the two sums of blocks. */
  @Test
  void aFileOfFloatsSaysWhatThatOfDoublesSays() throws IOException {
    Map<String, Path> files = new HashMap<>();
    try (Stream<Path> found = Files.walk(SOURCES)) {
      found.forEach(file -> files.put(file.getFileName().toString(), file));
    }
    List<String> floats = files.keySet().stream().filter(f -> f.startsWith("Float")).toList();
    assertThat(floats).hasSize(6);
    for (String name : floats) {
      String doubles = Files.readString(files.get(name.replace("Float", "Double")));
      assertThat(
              plain(Files.readString(files.get(name)).replace("Float.floatToRawIntBits", "bits")))
          .as(name)
          .isEqualTo(plain(doubles.replace("Double.doubleToRawLongBits", "bits")));
    }
  }

  private static String plain(String text) {
    String doubles = text.replace("Float", "Double").replace("float", "double");
    return doubles
        .replace("Double.doubleToRawLongBits", "bits")
        .replaceAll("\\((?:double)\\)", "")
        .replaceAll("(?m)^import .*\\n", "")
        .replaceAll("\\s+", "");
  }

  @Test
  void filesAndPackagesStaySmall() throws IOException {
    Map<Path, Long> lines = new HashMap<>();
    try (Stream<Path> found = Files.walk(SOURCES)) {
      found
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(
              file -> {
                long count = count(file);
                assertThat(count).as("%s", file).isLessThanOrEqualTo(400);
                lines.merge(file.getParent(), count, Long::sum);
              });
    }
    assertThat(lines).hasSize(ROOMS.size());
    lines.forEach((folder, sum) -> assertThat(sum).as("%s", folder).isLessThanOrEqualTo(2000));
  }

  private static long count(Path file) {
    try (Stream<String> all = Files.lines(file)) {
      return all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
