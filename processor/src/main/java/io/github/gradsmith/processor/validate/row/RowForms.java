package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.processor.model.Precision;
import io.github.gradsmith.processor.model.row.RowForm;
import io.github.gradsmith.processor.model.row.RowMethod;
import io.github.gradsmith.processor.model.row.RowType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells by its types what a method of rows does. Whatever stands for the row may still be no
 * record.
 *
 * @param trains whether the network trains
 */
record RowForms(Precision precision, boolean trains) {
  private static final String ENCODE = "encode";

  /** What a network says that has a method of none of the forms. */
  static final String LIST =
      "A method of typed rows takes a record R and returns an enum, a boolean, a number, a record, a"
          + " Map<E, Float> or an array, takes (R, float[]) or an example and a rate, or takes a"
          + " Collection and returns void or FloatRows (doubles in a network of doubles).";

  /** The form of a method, if it has one. */
  Optional<RowForm> of(RowMethod method) {
    List<RowType.Parameter> parameters = method.parameters();
    RowType first = parameters.get(0).type();
    if (parameters.size() == 1 && first instanceof RowType.CollectionOf collection) {
      return isRowLike(collection.of()) ? ofCollection(method.returned()) : Optional.empty();
    }
    if (!isRowLike(first)) {
      return Optional.empty();
    }
    if (parameters.size() == 1) {
      return ofRow(method);
    }
    return parameters.size() == 2 ? ofTwo(method, parameters.get(1).type()) : Optional.empty();
  }

  /** Whether it is a record, or a class that could have been one. */
  private static boolean isRowLike(RowType type) {
    return type instanceof RowType.Row || type instanceof RowType.Other other && other.isOwn();
  }

  private Optional<RowForm> ofCollection(RowType returned) {
    if (isVoid(returned)) {
      return Optional.of(RowForm.ADAPT);
    }
    String rows = "io.github.gradsmith." + (isFloat() ? "FloatRows" : "DoubleRows");
    return returned instanceof RowType.Other other && other.qualifiedName().equals(rows)
        ? Optional.of(RowForm.ROWS)
        : Optional.empty();
  }

  private Optional<RowForm> ofRow(RowMethod method) {
    RowType returned = method.returned();
    if (returned instanceof RowType.Constants) {
      return Optional.of(RowForm.CLASSIFY);
    }
    if (returned instanceof RowType.Row) {
      return Optional.of(RowForm.NAMED);
    }
    if (returned instanceof RowType.Primitive primitive) {
      return primitive.text().equals("boolean")
          ? Optional.of(RowForm.DECIDE)
          : primitive.isFloating() ? Optional.of(RowForm.VALUE) : Optional.empty();
    }
    if (isArray(returned)) {
      return Optional.of(method.name().equals(ENCODE) ? RowForm.ENCODE : RowForm.FORWARD);
    }
    return returned instanceof RowType.MapOf map
            && map.key() instanceof RowType.Constants
            && map.value() instanceof RowType.Boxed boxed
            && boxed.of().text().equals(scalar())
        ? Optional.of(RowForm.PROBABILITIES)
        : Optional.empty();
  }

  private Optional<RowForm> ofTwo(RowMethod method, RowType second) {
    if (isVoid(method.returned()) && isArray(second)) {
      return Optional.of(method.name().equals(ENCODE) ? RowForm.ENCODE_INTO : RowForm.FORWARD_INTO);
    }
    boolean isStep = isScalar(method.returned()) && isScalar(second);
    return isStep && trains ? Optional.of(RowForm.STEP) : Optional.empty();
  }

  private boolean isScalar(RowType type) {
    return type instanceof RowType.Primitive && type.text().equals(scalar());
  }

  private boolean isArray(RowType type) {
    return type instanceof RowType.Array array && array.of().text().equals(scalar());
  }

  private static boolean isVoid(RowType type) {
    return type instanceof RowType.Primitive && type.text().equals("void");
  }

  private boolean isFloat() {
    return precision == Precision.FLOAT;
  }

  private String scalar() {
    return precision.name().toLowerCase(Locale.ROOT);
  }
}
