package io.github.gradsmith.processor.model.row;

import io.github.gradsmith.processor.diagnostic.Place;
import java.util.List;

/** A type as methods of rows and components of records use it. */
public sealed interface RowType {
  /** What messages call it. */
  String text();

  /** A primitive type, or {@code void}. */
  record Primitive(String text) implements RowType {
    /** Whether it is a type of numbers. */
    public boolean isNumber() {
      return !text.equals("boolean") && !text.equals("char") && !text.equals("void");
    }

    /** Whether it is {@code float} or {@code double}, which know NaN. */
    public boolean isFloating() {
      return text.equals("float") || text.equals("double");
    }
  }

  /** A box of a primitive type. */
  record Boxed(String text, Primitive of) implements RowType {}

  /** {@code OptionalInt}, {@code OptionalLong} or {@code OptionalDouble}. */
  record OptionalNumber(String text) implements RowType {}

  /** {@code Optional} of a type. */
  record OptionalOf(RowType of) implements RowType {
    @Override
    public String text() {
      return "Optional<" + of.text() + ">";
    }
  }

  /** {@code String}. */
  record Text() implements RowType {
    @Override
    public String text() {
      return "String";
    }
  }

  /** {@code LocalTime}. */
  record Time() implements RowType {
    @Override
    public String text() {
      return "LocalTime";
    }
  }

  /** An array of a primitive type. */
  record Array(Primitive of) implements RowType {
    @Override
    public String text() {
      return of.text() + "[]";
    }
  }

  /**
   * An enum.
   *
   * @param constants their names, in an order that depends on the compiler
   * @param isVisible whether code beside the network can name it
   */
  record Constants(TypeRef name, List<String> constants, boolean isVisible) implements RowType {
    public Constants {
      constants = List.copyOf(constants);
    }

    @Override
    public String text() {
      return name.simpleName();
    }
  }

  /**
   * A record.
   *
   * @param components in order
   * @param isGeneric whether it has type parameters
   * @param isVisible whether code beside the network can name it
   * @param isAgain whether it stands within itself, where its components are not read again
   */
  record Row(
      TypeRef name,
      List<RowComponent> components,
      boolean isGeneric,
      boolean isVisible,
      boolean isAgain)
      implements RowType {
    public Row {
      components = List.copyOf(components);
    }

    @Override
    public String text() {
      return name.simpleName();
    }
  }

  /** {@code Collection} of a type. */
  record CollectionOf(RowType of) implements RowType {
    @Override
    public String text() {
      return "Collection<" + of.text() + ">";
    }
  }

  /** {@code Map} from a type to another. */
  record MapOf(RowType key, RowType value) implements RowType {
    @Override
    public String text() {
      return "Map<" + key.text() + ", " + value.text() + ">";
    }
  }

  /**
   * Anything else.
   *
   * @param qualifiedName its name with the package, if it has one
   * @param qualifiedName its name with the package, if it has one
   * @param isOwn whether it is a class or interface of the user's, which could have been a record
   */
  record Other(String text, String qualifiedName, boolean isOwn) implements RowType {}

  /**
   * A method's parameter.
   *
   * @param place the parameter if it is in source, else the method
   */
  record Parameter(String name, RowType type, Place place) {}
}
