package io.github.gradsmith.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** A page, read by the JDK's XML parser, and the rules that each page keeps. */
final class ReportPage {
  private final String html;
  private final Document document;

  private ReportPage(String html, Document document) {
    this.html = html;
    this.document = document;
  }

  /** Reads a page. */
  static ReportPage of(String html) {
    try {
      byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
      Document document =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(new ByteArrayInputStream(bytes));
      return new ReportPage(html, document);
    } catch (Exception e) {
      throw new AssertionError("the page is no XML", e);
    }
  }

  List<Element> elements(String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** The element with an id. */
  Element byId(String id) {
    return elements("*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing has the id " + id));
  }

  /** The cells of the table with a caption of that id, row by row, headings among them. */
  List<List<String>> table(String caption) {
    Element table = (Element) byId(caption).getParentNode();
    List<List<String>> rows = new ArrayList<>();
    NodeList lines = table.getElementsByTagName("tr");
    for (int i = 0; i < lines.getLength(); i++) {
      List<String> cells = new ArrayList<>();
      NodeList children = lines.item(i).getChildNodes();
      for (int k = 0; k < children.getLength(); k++) {
        if (children.item(k) instanceof Element cell) {
          cells.add(cell.getTextContent());
        }
      }
      rows.add(cells);
    }
    return rows;
  }

  String text() {
    return document.getDocumentElement().getTextContent();
  }

  int bytes() {
    return html.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Demands what every page keeps, whatever it shows. */
  ReportPage requireRules() {
    assertThat(bytes()).isLessThanOrEqualTo(300_000);
    assertThat(html).startsWith("<!DOCTYPE html>").doesNotContain("://");
    Set<String> ids = new HashSet<>();
    for (Element element : elements("*")) {
      requireHarmless(element);
      String id = element.getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as("id %s is unique", id).isTrue();
    }
    for (Element element : elements("*")) {
      for (String id : element.getAttribute("aria-labelledby").split(" ")) {
        assertThat(id.isEmpty() || ids.contains(id)).as("label %s", id).isTrue();
      }
      String link = element.getAttribute("href");
      assertThat(link.isEmpty() || ids.contains(link.substring(1))).as("link %s", link).isTrue();
    }
    requireAccessible();
    return this;
  }

  private static void requireHarmless(Element element) {
    assertThat(element.getTagName())
        .isNotIn("script", "link", "iframe", "object", "embed", "base", "form", "use", "image");
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      String name = attributes.item(i).getNodeName();
      String value = attributes.item(i).getNodeValue();
      assertThat(name).doesNotStartWith("on").isNotIn("style", "srcset");
      if (name.equals("href")) {
        assertThat(value).startsWith("#");
      }
      if (name.equals("src")) {
        assertThat(value).startsWith("data:image/png;base64,");
      }
    }
  }

  private void requireAccessible() {
    assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(elements("h1")).hasSize(1);
    assertThat(elements("main")).hasSize(1);
    for (Element svg : elements("svg")) {
      if (svg.getAttribute("aria-hidden").isEmpty()) {
        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getElementsByTagName("title").getLength()).isEqualTo(1);
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).endsWith(".");
      }
    }
    for (Element table : elements("table")) {
      assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
    }
    for (Element heading : elements("th")) {
      assertThat(heading.getAttribute("scope")).isIn("row", "col");
    }
    for (Element image : elements("img")) {
      assertThat(image.getAttribute("alt")).isNotEmpty();
    }
    // What can be scrolled can be reached by keyboard, in the order of the page, and has a name.
    for (Element element : elements("*")) {
      boolean scrolls = element.getAttribute("class").contains("scroll");
      assertThat(element.getAttribute("tabindex")).isEqualTo(scrolls ? "0" : "");
      if (scrolls) {
        assertThat(element.getAttribute("role")).isEqualTo("region");
        assertThat(element.getAttribute("aria-labelledby")).isNotEmpty();
      }
    }
  }
}
