package io.github.gradsmith.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RuntimeVersionTest {
  @Test
  void itIsThatOfTheBuild() throws IOException {
    Matcher version =
        Pattern.compile("<artifactId>gradsmith-parent</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(Files.readString(Path.of("pom.xml")));
    assertThat(version.find()).isTrue();
    assertThat(RuntimeVersion.VERSION).isEqualTo(version.group(1));
  }
}
