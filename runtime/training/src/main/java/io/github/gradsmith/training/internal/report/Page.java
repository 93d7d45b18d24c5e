package io.github.gradsmith.training.internal.report;

import io.github.gradsmith.training.internal.markup.Escape;
import io.github.gradsmith.training.internal.markup.Markup;
import io.github.gradsmith.training.internal.outcome.Classification;
import io.github.gradsmith.training.internal.outcome.Outcomes;
import io.github.gradsmith.training.internal.outcome.Subject;
import java.util.ArrayList;
import java.util.List;

/** The page: head, table of contents, facts, and all parts. */
public final class Page {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  private static final int LONGEST = 120;
  private static final int LONGEST_FACT = 2_000;

  private final String title;
  private final String lead;
  private final List<Fact> facts;
  private final List<Part> parts;

  private Page(String title, String lead, List<Fact> facts, List<Part> parts) {
    this.title = title;
    this.lead = lead;
    this.facts = facts;
    this.parts = parts;
  }

  /**
   * The page of a report, as HTML that is XML, too.
   *
   * @throws IllegalArgumentException if what was given does not go together
   */
  public static String of(Content content) {
    Subject subject = content.subject();
    Curves curves = Curves.of(content.history);
    String lead =
        Sentence.epochs(content.history.epochs())
            + ", "
            + Facts.end(content.history)
            + ". "
            + curves.main().sentence();
    String title = Escape.shortened(content.title, LONGEST);
    return new Page(title, lead, Facts.of(content, subject), parts(content, subject, curves))
        .write();
  }

  private static List<Part> parts(Content content, Subject subject, Curves curves) {
    List<Part> parts = new ArrayList<>(List.of(new CurvesPart(curves)));
    ClassNames names = new ClassNames(content.classNames);
    boolean isJudged = subject != null && subject.rows() > 0;
    Outcomes rows = isJudged ? Outcomes.of(subject) : null;
    if (isJudged) {
      parts.add(
          rows.areClasses()
              ? new ClassesPart(Classification.of(rows), names)
              : new RegressionPart(rows, names));
    }
    if (subject != null) {
      parts.add(new LayersPart(subject));
    }
    if (curves.epochs() > 0) {
      parts.add(new StepsPart(content.history.layers(), curves.epochs()));
    }
    if (isJudged) {
      RowLook look = new RowLook(content.imageWidth, content.imageHeight, content.rowTexts);
      parts.add(new WorstRowsPart(subject, rows, rows.areClasses(), names, look));
    }
    if (curves.epochs() > 0) {
      parts.add(new DataPart(curves));
    }
    return parts;
  }

  private String write() {
    Markup page = new Markup();
    page.raw("<!DOCTYPE html>").block("html", "lang", "en");
    head(page);
    page.block("body").element("a", "To the curves", "class", "skip", "href", "#curves");
    page.block("header").element("h1", title).element("p", lead, "class", "lead").close();
    contents(page);
    page.block("main");
    facts(page);
    for (Part part : parts) {
      page.block("section", "id", part.id(), "aria-labelledby", part.id() + "-heading");
      page.element("h2", part.title(), "id", part.id() + "-heading");
      part.write(page);
      page.close();
    }
    return page.close().close().close() + "\n";
  }

  private void head(Markup page) {
    page.block("head").empty("meta", "charset", "utf-8");
    page.empty("meta", "http-equiv", "Content-Security-Policy", "content", POLICY);
    page.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    page.empty("meta", "name", "color-scheme", "content", "light dark");
    page.element("title", title).open("style").raw(Style.sheet()).close().close();
  }

  private void contents(Markup page) {
    page.block("nav", "aria-label", "Parts of the report").open("ul");
    for (Part part : parts) {
      page.open("li").element("a", part.title(), "href", "#" + part.id()).close();
    }
    page.close().close();
  }

  private void facts(Markup page) {
    page.block("table", "class", "facts").element("caption", "The run").open("tbody");
    for (Fact fact : facts) {
      page.block("tr").element("th", fact.name(), "scope", "row");
      page.element("td", Escape.shortened(fact.value(), LONGEST_FACT)).close();
    }
    page.close().close();
  }
}
