package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.processor.diagnostic.Place;
import io.github.gradsmith.processor.diagnostic.RowMessage;
import io.github.gradsmith.processor.model.row.RowColumn;
import io.github.gradsmith.processor.model.row.RowComponent;
import io.github.gradsmith.processor.model.row.RowEncoding;
import io.github.gradsmith.processor.model.row.RowMark;
import io.github.gradsmith.processor.model.row.RowType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The inputs that a row gives, component by component, nested records in their places. */
final class InputColumns {
  private final RowFaults faults;
  private final RowEnums enums;
  private final IntPredicate isNormalized;
  private final List<RowColumn> columns = new ArrayList<>();
  private final List<String> widths = new ArrayList<>();
  private int at;
  private int number;

  /**
   * For one network.
   *
   * @param isNormalized whether a layer scales the input of that number
   */
  InputColumns(RowFaults faults, RowEnums enums, IntPredicate isNormalized) {
    this.faults = faults;
    this.enums = enums;
    this.isNormalized = isNormalized;
  }

  List<RowColumn> of(RowType.Row row) {
    add(row, List.of());
    return List.copyOf(columns);
  }

  /** Inputs of all components. */
  int width() {
    return at;
  }

  /** {@code sepalLength 1, colour 3}. */
  String widths() {
    return String.join(", ", widths);
  }

  private void add(RowType.Row row, List<RowColumn.Step> before) {
    for (RowComponent component : row.components()) {
      ComponentRules rules =
          new ComponentRules(faults, component, row.text() + "." + component.name());
      List<RowColumn.Step> path = new ArrayList<>(before);
      path.add(new RowColumn.Step(component.name(), component.type()));
      if (component.has(RowMark.Kind.IGNORED)) {
        rules.encodingMark();
      } else if (component.type() instanceof RowType.Row nested) {
        for (RowMark mark : component.marks()) {
          rules.unsuited(mark.kind(), "its components have annotations of their own. Remove it");
        }
        if (isRow(nested, component.place(), rules.name(), faults)) {
          add(nested, path);
        }
      } else {
        rules.encoding(isNormalized.test(at)).ifPresent(encoding -> add(component, path, encoding));
      }
    }
  }

  private void add(RowComponent component, List<RowColumn.Step> path, RowEncoding encoding) {
    Optional<RowType.Constants> constants = constants(component.type());
    boolean isMissable = component.has(RowMark.Kind.MISSING);
    int width = encoding.width(constants.map(type -> type.constants().size()).orElse(0));
    width += isMissable ? 1 : 0;
    RowColumn column =
        new RowColumn(
            path,
            component.type(),
            encoding,
            isMissable,
            at,
            width,
            encoding.numbers() == 0 ? -1 : number,
            constants.map(enums::number).orElse(-1));
    columns.add(column);
    widths.add(column.name() + " " + width);
    at += width;
    number += encoding.numbers();
  }

  static Optional<RowType.Constants> constants(RowType type) {
    RowType plain = type instanceof RowType.OptionalOf optional ? optional.of() : type;
    return plain instanceof RowType.Constants found ? Optional.of(found) : Optional.empty();
  }

  /** Whether a record can be a row or part of one. */
  static boolean isRow(RowType.Row row, Place place, String name, RowFaults faults) {
    if (row.isAgain()) {
      faults.add(RowMessage.ROW_IN_ITSELF, place, name, row.text());
    } else if (row.isGeneric()) {
      faults.add(RowMessage.GENERIC_ROW, place, row.text());
    } else if (!row.isVisible()) {
      faults.add(RowMessage.INVISIBLE, place, row.text(), "the network");
    }
    return !row.isAgain() && !row.isGeneric() && row.isVisible();
  }
}
