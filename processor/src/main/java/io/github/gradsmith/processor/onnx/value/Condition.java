package io.github.gradsmith.processor.onnx.value;

/**
 * A comparison, on which a choice may depend.
 *
 * @param left what is compared
 * @param operator one of &gt; &gt;= &lt; &lt;=
 * @param right with what
 */
public record Condition(Value left, String operator, Value right) implements Value {}
