package io.github.gradsmith.processor.diagnostic;

import static javax.tools.Diagnostic.Kind.ERROR;
import static javax.tools.Diagnostic.Kind.WARNING;

import javax.tools.Diagnostic;

/** What the processor says of layers that are written as an enum. */
public enum LayerMessage implements CatalogueEntry {
  NO_LAYERS(
      "GS072",
      ERROR,
      "%s declares no layers. Write layers = {784, 30, 10} for a chain, name a model, or write an"
          + " enum in the interface whose constants are layers: enum Layer {@Input(784) IN,"
          + " @Dense(units = 10) OUT}."),
  BESIDE_ENUM(
      "GS073",
      ERROR,
      "%1$s is written beside the enum %2$s, but a network has its layers from one of layers, model"
          + " and an enum. Remove %1$s, or the enum."),
  SECOND_ENUM(
      "GS074",
      ERROR,
      "%s is a further enum of layers in %s, which has %s. Keep one of them, or write an interface"
          + " for each."),
  ACTIVATION_BESIDE_ENUM(
      "GS075",
      ERROR,
      "%1$s is written at @Network, but the layers are the constants of %2$s. Write it there, such"
          + " as @Dense(units = 10, %1$s = %3$s), and remove it here."),
  NO_LAYER(
      "GS076", ERROR, "The constant %s of %s has no annotation of a layer. Write one, such as %s."),
  SECOND_LAYER(
      "GS077",
      ERROR,
      "%s stands beside %s on the constant %s, but a constant is one layer. Remove one of the two,"
          + " or write a constant for each."),
  INPUT_MISSING(
      "GS078",
      ERROR,
      "%s begins with %s, %s, but its first constant must be the input. Write for example"
          + " @Input(784) IN before it."),
  INPUT_NOT_FIRST(
      "GS079",
      ERROR,
      "@Input is on %s, but only the first constant, %s, can be the input. Write another layer"
          + " here; a network that reads several things reads them side by side, and @Slice takes"
          + " them apart."),
  INPUT_WITHOUT_SIZES(
      "GS080",
      ERROR,
      "@Input of %s names no size. Write those of one sample, such as @Input(784) or @Input({4,"
          + " 6})."),
  INPUT_ALONE(
      "GS081",
      ERROR,
      "%s has %s alone, but a network has at least one layer after its input. Write for example"
          + " @Dense(units = 10) OUT behind it."),
  TOO_MANY_CONSTANTS(
      "GS082",
      ERROR,
      "%s has %s constants, but at most %s layers are supported, the input counted. Use fewer,"
          + " wider layers."),
  UNKNOWN_LAYER("GS083", ERROR, "%s of %s reads \"%s\", but %s has no constant of that name. %s"),
  READS_ITSELF(
      "GS084",
      ERROR,
      "%s of %s reads itself, but a layer reads what stands before it. Write one of: %s."),
  READS_LATER(
      "GS085",
      ERROR,
      "%1$s of %2$s reads %3$s, which stands behind it, but layers are computed in the order in"
          + " which they stand. Move %3$s before %2$s, or write one of: %4$s."),
  UNREAD(
      "GS086",
      ERROR,
      "Nothing reads %s, and only the last constant, %s, is the output. Remove it, or let a later"
          + " layer read it, as with %s."),
  TOO_FEW_VALUES(
      "GS087", ERROR, "%s of %s reads %s, but it joins two values or more. Write for example %s."),
  SHAPE_REFUSED("GS088", ERROR, "%s of %s takes %s, but it reads %s. %s"),
  LAYER_NUMBER("GS089", ERROR, "%s of %s is %s, but it must be %s."),
  VALUE_TOO_LARGE(
      "GS090",
      ERROR,
      "%s of %s has more than %s numbers in or out, which no array holds. Make it smaller."),
  PARAMETERS_OF_LAYER(
      "GS091",
      ERROR,
      "%s brings the network to %s parameters (%s of its own), but at most %s fit one array. Make"
          + " this layer or what it reads smaller."),
  SOURCE_REFUSED("GS092", ERROR, "%s of %s reads %s, which is %s, but it takes %s. %s"),
  RESERVED_NAME(
      "GS093",
      ERROR,
      "The constant %s is called %s in files, where names with %2$s. are kept for something else."
          + " Rename it."),
  EQUAL_NAMES(
      "GS094",
      ERROR,
      "The constants %s and %s are both called %s in files, where names are in lower case. Rename"
          + " one of the two."),
  STRAY_LAYER(
      "GS095",
      WARNING,
      "%s has no effect on %s: layers are the constants of an enum that stands directly in an"
          + " interface with @Network. Move it there, or remove %1$s.");

  private final String code;
  private final Diagnostic.Kind kind;
  private final String text;

  LayerMessage(String code, Diagnostic.Kind kind, String text) {
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
