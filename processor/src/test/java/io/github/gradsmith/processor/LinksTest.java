package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the documentation, or the code, points at is there. */
class LinksTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  /** A page that code or a script names by its path from the project's root. */
  private static final Pattern NAMED = Pattern.compile("\\b(?:docs|samples)/[\\w/-]+\\.md\\b");

  @Test
  void everyLinkOfAPageLeadsSomewhere() {
    List<String> broken = new ArrayList<>();
    int followed = 0;
    for (Page page : Page.all()) {
      for (String link : found(LINK, page.prose()).map(match -> match.group(1)).toList()) {
        followed++;
        if (!link.startsWith("https://") && !leadsSomewhere(page, link)) {
          broken.add(page.path() + ": " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(followed).isGreaterThan(50);
  }

  private static boolean leadsSomewhere(Page page, String link) {
    String[] parts = link.split("#", 2);
    Path file = page.file().resolveSibling(parts[0]).normalize();
    if (parts[0].isEmpty()) {
      return page.anchors().contains(parts[1]);
    }
    return Files.exists(file)
        && (parts.length == 1 || Page.of(file.toString()).anchors().contains(parts[1]));
  }

  @Test
  void everyPageThatCodeNamesIsThere() throws IOException {
    List<String> broken = new ArrayList<>();
    List<Path> files = new ArrayList<>(List.of(Path.of("../pom.xml"), Path.of("../.ci/run")));
    for (String folder :
        List.of(
            "../runtime/core/src",
            "src/main",
            "../samples/benchmarks/src",
            "../samples/mnist/src")) {
      try (Stream<Path> sources = Files.walk(Path.of(folder))) {
        sources.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
      }
    }
    int named = 0;
    for (Path file : files) {
      for (String page : found(NAMED, Files.readString(file)).map(MatchResult::group).toList()) {
        named++;
        if (!Files.exists(Path.of("..").resolve(page))) {
          broken.add(file + ": " + page);
        }
      }
    }
    assertThat(broken).isEmpty();
    assertThat(named).isPositive();
  }

  /** A chapter that no page leads to is not read. */
  @Test
  void theGuideLeadsToEveryChapterAndTheReadmeToTheGuide() throws IOException {
    assertThat(Page.of("README.md").text()).contains("(docs/guide/README.md)");
    Page index = Page.of("docs/guide/README.md");
    try (Stream<Path> chapters = Files.list(index.file().getParent())) {
      assertThat(chapters.map(Path::getFileName).map(Path::toString))
          .contains("start.md", "trouble.md")
          .filteredOn(name -> !name.equals("README.md"))
          .allSatisfy(name -> assertThat(index.text()).contains("(" + name + ")"));
    }
  }

  private static Stream<MatchResult> found(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }
}
