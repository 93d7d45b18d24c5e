package io.github.gradsmith.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's line puts all into the local repository that users need. */
@Tag("long")
class InstallTest {
  @TempDir private Path folder;

  @Test
  void theLineOfTheReadmeInstalls() throws IOException {
    copyOfTheProject();
    Path repository = LocalRepository.empty("installed");
    String readme = Files.readString(Delivered.ROOT.resolve("README.md"));
    Matcher line = Pattern.compile("\nmvn (-q -DskipTests [^\n]*install)\n").matcher(readme);
    assertThat(line.find()).isTrue();
    Command install =
        Command.run(
            folder,
            List.of(
                "sh",
                "-c",
                System.getProperty("maven.home")
                    + "/bin/mvn -Dmaven.repo.local="
                    + repository
                    + " "
                    + line.group(1)));
    assertThat(install.exit()).as(install.output()).isZero();
    for (String module : List.of("runtime", "training", "processor")) {
      Path installed =
          repository.resolve("io/github/gradsmith/gradsmith-" + module).resolve(Delivered.VERSION);
      String name = "gradsmith-" + module + "-" + Delivered.VERSION;
      for (String end : List.of(".pom", ".jar", "-sources.jar", "-javadoc.jar")) {
        assertThat(installed.resolve(name + end)).isNotEmptyFile();
      }
    }
    assertThat(
            repository
                .resolve("io/github/gradsmith/gradsmith-bom")
                .resolve(Delivered.VERSION)
                .resolve("gradsmith-bom-" + Delivered.VERSION + ".pom"))
        .isNotEmptyFile();
  }

  private void copyOfTheProject() throws IOException {
    for (String part : List.of("pom.xml", ".mvn", "LICENSE", "runtime", "processor", "samples")) {
      try (Stream<Path> files = Files.walk(Delivered.ROOT.resolve(part))) {
        for (Path file : files.filter(InstallTest::isSource).toList()) {
          Path copy = folder.resolve(Delivered.ROOT.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  private static boolean isSource(Path file) {
    return Files.isRegularFile(file)
        && !Delivered.ROOT.relativize(file).toString().matches("([^/]+/){1,2}target/.*");
  }
}
