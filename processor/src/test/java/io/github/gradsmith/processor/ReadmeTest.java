package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The front page stays one, and its commands are those that the build server runs. */
class ReadmeTest {
  private static final int MOST_BYTES = 10_000;

  private static final Page README = Page.of("README.md");

  @Test
  void itIsShort() throws IOException {
    assertThat(Files.size(README.file())).isLessThanOrEqualTo(MOST_BYTES);
  }

  /** The first command runs the main job, the second the tests. */
  @Test
  void commandsStandAlone() throws IOException {
    List<String> commands = README.blocks("sh").stream().map(Page.Block::code).toList();
    assertThat(commands.get(0).strip().lines()).hasSize(1).first().asString().endsWith("train");
    assertThat(commands.get(1).strip()).isEqualTo("mvn verify");
    assertThat(Files.readString(Path.of("../.ci/run"))).containsPattern("(?m)^mvn .*verify");
  }
}
