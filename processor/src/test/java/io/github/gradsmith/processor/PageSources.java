package io.github.gradsmith.processor;

import com.google.testing.compile.JavaFileObjects;
import io.github.gradsmith.processor.Page.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;

/**
 * The Java examples of pages as source files, each in a package of its own that says where it
 * stands. An example is types or statements. Statements see the types above them on their page, and
 * the network of the README with its data.
 */
final class PageSources {
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:public )?(?:interface|class) (\\w+)");

  private static final String IMPORTS =
      "import io.github.gradsmith.*;\n"
          + "import io.github.gradsmith.npz.Npz;\n"
          + "import java.nio.file.Path;\n";

  private static final String GIVEN =
      "class Given { static %s.DigitNet net; static float[][] images; static float[][] targets;"
          + " static float[] image; }\n";

  private final List<JavaFileObject> files = new ArrayList<>();
  private final String readme;

  /** Statements may use the network that {@code readme} declares. */
  PageSources(Page readme) {
    this.readme = packageOf(readme.blocks("java").get(0));
  }

  /** The files of all pages that were added. */
  List<JavaFileObject> files() {
    return files;
  }

  /** Adds the examples of a page. */
  void add(Page page) {
    Map<String, String> packages = new LinkedHashMap<>(Map.of("DigitNet", readme));
    for (Block block : page.blocks("java")) {
      Matcher type = TYPE.matcher(block.code());
      if (block.golden().isPresent()) {
        continue;
      }
      if (type.find()) {
        packages.put(type.group(1), packageOf(block));
        add(block, type.group(1), IMPORTS + block.code());
      } else {
        add(block, "Example", statements(block, packages));
      }
    }
  }

  private String statements(Block block, Map<String, String> packages) {
    StringBuilder source = new StringBuilder();
    packages.forEach(
        (name, where) -> {
          for (String type : List.of(name, name + "Impl")) {
            if (block.code().matches("(?s).*\\b" + type + "\\b.*")) {
              source.append("import ").append(where).append('.').append(type).append(";\n");
            }
          }
        });
    return source
        .append(IMPORTS)
        .append(GIVEN.formatted(readme))
        .append("class Example extends Given { void run() throws Exception {\n")
        .append(block.code())
        .append("} }\n")
        .toString();
  }

  private void add(Block block, String type, String source) {
    String name = packageOf(block);
    files.add(
        JavaFileObjects.forSourceString(name + "." + type, "package " + name + ";\n" + source));
  }

  private static String packageOf(Block block) {
    String page = block.page().path().toString().toLowerCase(Locale.ROOT);
    return page.replaceAll("\\.md$", "").replaceAll("[^a-z]+", "_") + ".line" + block.line();
  }
}
