package io.github.gradsmith.processor.diagnostic;

import static javax.tools.Diagnostic.Kind.ERROR;
import static javax.tools.Diagnostic.Kind.WARNING;

import javax.tools.Diagnostic;

/** What the processor says of typed rows: records that become numbers. */
public enum RowMessage implements CatalogueEntry {
  ROW_WIDTH("GS120", ERROR, "%s gives %s (%s), but %s. Write %s, or @Ignored at a component."),
  CLASS_COUNT(
      "GS121",
      ERROR,
      "%s returns %s, which has %s constants (%s), but the last layer has %s. Write %s, or return"
          + " an enum of %s."),
  TEXT_COMPONENT(
      "GS122",
      ERROR,
      "%s is a String, which is no number. Make it an enum, write @Hashed(bins = 16) or"
          + " @OneOf({\"…\"}), or leave it out with @Ignored."),
  NO_WIDTH(
      "GS123",
      ERROR,
      "%s is a %s, which has no fixed width. Put what matters of it into numbers, such as a count"
          + " and a sum, or write @Ignored."),
  CLASS_AS_ROW(
      "GS124",
      ERROR,
      "%s takes a class, but a row is a record, whose components have an order. Write: record"
          + " %s(…)."),
  NOTHING_LEARNS(
      "GS125",
      ERROR,
      "%s is scaled by statistics of the training rows, but %s has no method that learns them. Add:"
          + " void adapt(Collection<%s> %s); or write @AsIs at the component."),
  SECOND_ROW(
      "GS126",
      ERROR,
      "%s takes %s here, but %s at %s; its statistics belong to one type. Use one record for"
          + " both."),
  OUTPUT_COUNT("GS127", ERROR, "%s returns %s, but the last layer has %s. %s"),
  NO_PROBABILITY(
      "GS128",
      ERROR,
      "%s returns %s, but the last layer is %s, whose outputs are no probabilities. Write %s"
          + " there, or return %s."),
  MAY_BE_NULL(
      "GS129",
      ERROR,
      "%s is %s, which may be %s. Write %s, or @Missing to give missing ones %s and a flag (%s"
          + " inputs)."),
  NO_ROW_IN_EXAMPLE(
      "GS130", ERROR, "%s: %s has %s of type %s. Write: record %s(%s %s, double %s)."),
  TARGET_COUNT(
      "GS131",
      ERROR,
      "%s gives %s (%s), but the last layer has %s. Write %s, or @Ignored at a component."),
  TARGET_RANGE(
      "GS132",
      ERROR,
      "%s is standardized to mean 0, but %s stays %s. Write IDENTITY in the last layer, or"
          + " @MinMax."),
  SECOND_ENCODING(
      "GS133",
      ERROR,
      "%s and %s both stand at %s, but a component is encoded in one way. Remove one."),
  GENERIC_ROW(
      "GS134",
      ERROR,
      "%s is generic, but a row has components of fixed types. Write a record without type"
          + " parameters."),
  ROW_IN_ITSELF(
      "GS135",
      ERROR,
      "%s is a %s within itself, which has no end. Put what matters of it into numbers, or write"
          + " @Ignored."),
  INVISIBLE(
      "GS136",
      ERROR,
      "The generated class cannot see %s, because it or a type around it is private or in another"
          + " package. Make it public, or package-private in the package of %s."),
  ONE_CONSTANT(
      "GS137",
      ERROR,
      "%s is of the enum %s, which has %s, so that nothing can be learnt from it. Give it two"
          + " constants or more, or write @Ignored."),
  MARK_NUMBER("GS138", ERROR, "%s of %s at %s is %s, but it must be %s."),
  ROWS_OF_FILE("GS139", ERROR, "%s: %s."),
  MARK_UNSUITED("GS140", ERROR, "%s at %s, which is a %s: %s."),
  STRAY_MARK(
      "GS141",
      WARNING,
      "%s has no effect on %s: it belongs to a component of a record. Move it there, or remove"
          + " it."),
  NO_TARGET("GS142", ERROR, "%s is a %s, which cannot be %s. Make it %s."),
  OTHER_MEANING(
      "GS143",
      ERROR,
      "%s says that output %s is %s, but %s says %s. Outputs have one meaning: use one type for"
          + " both.");

  private final String code;
  private final Diagnostic.Kind kind;
  private final String text;

  RowMessage(String code, Diagnostic.Kind kind, String text) {
    this.code = code;
    this.kind = kind;
    this.text = text;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public Diagnostic.Kind kind() {
    return kind;
  }

  @Override
  public String template() {
    return text;
  }
}
