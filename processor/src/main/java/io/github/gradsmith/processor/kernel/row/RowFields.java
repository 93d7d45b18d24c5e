package io.github.gradsmith.processor.kernel.row;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import io.github.gradsmith.internal.row.RowSchema;
import io.github.gradsmith.internal.row.RowState;
import io.github.gradsmith.processor.kernel.code.ElementType;
import io.github.gradsmith.processor.model.row.RowColumn;
import io.github.gradsmith.processor.model.row.RowEncoding;
import io.github.gradsmith.processor.model.row.RowForm;
import io.github.gradsmith.processor.model.row.RowModel;
import io.github.gradsmith.processor.model.row.RowTarget;
import io.github.gradsmith.processor.model.row.RowType;
import io.github.gradsmith.processor.plan.NetworkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The schema of rows as constants, what is known of rows, and working memory. */
final class RowFields {
  private final NetworkPlan plan;
  private final RowModel rows;
  private final RowNames names;
  private final ElementType scalar;

  RowFields(NetworkPlan plan, ElementType scalar) {
    this.plan = plan;
    this.rows = plan.model().rows().orElseThrow();
    this.names = new RowNames(plan);
    this.scalar = scalar;
  }

  List<FieldSpec> all() {
    List<FieldSpec> fields = new ArrayList<>();
    for (int i = 0; i < rows.enums().size(); i++) {
      ClassName type = RowNames.type(rows.enums().get(i).name());
      fields.add(
          constant(ArrayTypeName.of(type), names.constants(i), CodeBlock.of("$T.values()", type)));
    }
    for (RowColumn column : rows.inputs()) {
      if (column.encoding() instanceof RowEncoding.Bins bins) {
        CodeBlock edges =
            bins.edges().stream().map(e -> CodeBlock.of("$L", e)).collect(CodeBlock.joining(",$W"));
        fields.add(
            constant(
                ArrayTypeName.of(TypeName.DOUBLE),
                names.constants(column, "EDGES"),
                CodeBlock.of("{$L}", edges)));
      } else if (column.encoding() instanceof RowEncoding.Words words) {
        CodeBlock texts =
            words.words().stream()
                .map(word -> CodeBlock.of("$S", word))
                .collect(CodeBlock.joining(",$W"));
        fields.add(
            constant(
                ArrayTypeName.of(String.class),
                names.constants(column, "WORDS"),
                CodeBlock.of("{$L}", texts)));
      }
    }
    fields.add(
        constant(ClassName.get(RowSchema.class), RowNames.SCHEMA, schema()).toBuilder()
            .addJavadoc("How a row becomes numbers, as files write it.")
            .build());
    fields.add(
        FieldSpec.builder(RowState.class, RowNames.STATE, Modifier.PRIVATE, Modifier.FINAL)
            .addJavadoc("What is known of rows; replicas share it.")
            .build());
    fields.add(working(RowNames.ENCODED, plan.model().input().numbers()));
    fields.add(working(RowNames.OUTPUTS, plan.last().outputs()));
    if (rows.has(RowForm.STEP)) {
      fields.add(working(RowNames.TARGETS, plan.last().outputs()));
    }
    return fields;
  }

  private static FieldSpec constant(TypeName type, String name, CodeBlock value) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(value)
        .build();
  }

  private FieldSpec working(String name, int size) {
    return FieldSpec.builder(scalar.array(), name, Modifier.PRIVATE, Modifier.FINAL)
        .initializer("new $T[$L]", scalar.type(), size)
        .build();
  }

  private CodeBlock schema() {
    List<String> nesting = plan.model().nesting();
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add(
                "$T.of($S, $S)$>$>",
                RowSchema.class,
                nesting.get(nesting.size() - 1),
                rows.row().text());
    learnt().ifPresent(call -> code.add("\n.learntBy($S)", call));
    for (int i = 0; i < rows.enums().size(); i++) {
      RowType.Constants type = rows.enums().get(i);
      code.add(
          "\n.constants($S, $L, $L)", type.text(), type.constants().size(), names.constants(i));
    }
    for (RowColumn column : rows.inputs()) {
      int numbers = column.encoding().numbers();
      if (numbers > 0) {
        code.add(
            "\n.scaled($S, $S, $L, $L)", column.name(), column.fileText(), column.at(), numbers);
      } else {
        code.add("\n.input($S, $S", column.name(), column.fileText());
        code.add(column.enumNumber() < 0 ? ")" : ", " + column.enumNumber() + ")");
      }
    }
    for (RowTarget output : rows.outputs()) {
      code.add("\n.output($S, $S", output.name(), output.kind().text());
      code.add(output.enumNumber() < 0 ? ")" : ", " + output.enumNumber() + ")");
    }
    return code.add("\n.build()$<$<").build();
  }

  /** How statistics are learnt, for a message. */
  private Optional<String> learnt() {
    return rows.methods().stream()
        .filter(m -> m.form() == RowForm.ADAPT || m.form() == RowForm.ADAPT_ROWS)
        .map(
            m ->
                m.name()
                    + "(Collection<"
                    + (m.form() == RowForm.ADAPT
                        ? rows.example().orElseThrow().type().text()
                        : rows.row().text())
                    + ">)")
        .findFirst();
  }
}
