package io.github.gradsmith.processor.validate.row;

import io.github.gradsmith.internal.row.RowSchema;
import io.github.gradsmith.processor.model.row.RowColumn;
import io.github.gradsmith.processor.model.row.RowEncoding;
import io.github.gradsmith.processor.model.row.RowTarget;
import io.github.gradsmith.processor.model.row.RowType;
import java.util.List;

/** The schema that a generated class has, put together while compiling. */
final class RowSchemas {
  private RowSchemas() {}

  static RowSchema of(
      String network,
      RowType.Row row,
      List<RowColumn> inputs,
      List<RowType.Constants> enums,
      List<RowTarget> outputs) {
    RowSchema.Builder schema = RowSchema.of(network, row.text());
    enums.forEach(type -> schema.constants(type.text(), type.constants()));
    for (RowColumn column : inputs) {
      RowEncoding encoding = column.encoding();
      if (encoding.numbers() > 0) {
        schema.scaled(column.name(), column.fileText(), column.at(), encoding.numbers());
      } else {
        schema.input(column.name(), column.fileText(), column.enumNumber());
      }
    }
    for (RowTarget output : outputs) {
      schema.output(output.name(), output.kind().text(), output.enumNumber());
    }
    return schema.build();
  }
}
