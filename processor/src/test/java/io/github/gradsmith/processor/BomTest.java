package io.github.gradsmith.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The BOM, which has no parent that would keep it in step. */
class BomTest {
  private static final Path ROOT = Path.of("..");

  @Test
  void namesAllArtifactsInTheVersionOfTheProject() throws Exception {
    Document bom = read("runtime/bom/pom.xml");
    assertThat(texts(bom, "version").get(0)).isEqualTo(texts(read("pom.xml"), "version").get(0));
    assertThat(texts(bom, "version").subList(1, 5)).containsOnly("${project.version}");
    assertThat(texts(bom, "artifactId").subList(0, 5))
        .containsExactly(
            "gradsmith-bom",
            texts(read("runtime/core/pom.xml"), "artifactId").get(1),
            texts(read("runtime/training/pom.xml"), "artifactId").get(1),
            texts(read("runtime/spark/pom.xml"), "artifactId").get(1),
            texts(read("processor/pom.xml"), "artifactId").get(1));
  }

  private static Document read(String file) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(ROOT.resolve(file).toFile());
  }

  private static List<String> texts(Document document, String tag) {
    NodeList found = document.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(((Element) found.item(i)).getTextContent().strip());
    }
    return texts;
  }
}
