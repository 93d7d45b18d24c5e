package io.github.gradsmith.spark;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
@ArchTag("core")
@AnalyzeClasses(
    packages = "io.github.gradsmith.spark",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.gradsmith.spark";
  private static final Path SOURCES = Path.of("src/main/java/io/github/gradsmith/spark");

  /** Each package and those of ours that it uses; {@code ""} holds what users name. */
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          entry(
              "",
              Set.of(
                  "internal.data",
                  "internal.ml",
                  "internal.net",
                  "internal.row",
                  "internal.sweep")),
          entry("internal.data", Set.of("internal.net")),
          entry("internal.exact", Set.of("internal.data", "internal.net")),
          entry("internal.ml", Set.of("internal.data", "internal.exact", "internal.net")),
          entry("internal.net", Set.of()),
          entry("internal.row", Set.of("internal.data", "internal.ml", "internal.net")),
          entry("internal.sweep", Set.of("", "internal.data", "internal.net")));

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

  @Test
  void aFileOfFloatsSaysWhatThatOfDoublesSays() throws IOException {
    Path net = SOURCES.resolve("internal/net");
    for (String name : List.of("FloatEngine.java", "FloatGroup.java")) {
      String doubles = Files.readString(net.resolve(name.replace("Float", "Double")));
      assertThat(plain(Files.readString(net.resolve(name)))).as(name).isEqualTo(plain(doubles));
    }
  }

  private static String plain(String text) {
    return text.replace("Float", "Double")
        .replace("float", "double")
        .replace("outputs.clone()", "DoubleGroup.doubles(outputs)")
        .replaceAll("\\((?:double)\\)", "")
        .replaceAll("(?m)^import .*\\n", "")
        .replaceAll("\\s+", "");
  }

  @Test
  void filesStaySmall() throws IOException {
    try (Stream<Path> found = Files.walk(SOURCES)) {
      for (Path file : found.filter(path -> path.toString().endsWith(".java")).toList()) {
        assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(400);
      }
    }
  }
}
