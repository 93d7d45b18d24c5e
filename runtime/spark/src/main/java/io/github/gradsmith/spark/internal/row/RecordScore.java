package io.github.gradsmith.spark.internal.row;

import io.github.gradsmith.spark.internal.ml.Scorer;
import io.github.gradsmith.spark.internal.net.Classes;
import io.github.gradsmith.spark.internal.net.Engine;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** What the interface's methods say of a record. */
public final class RecordScore implements UDF1<Row, Row> {
  private static final long serialVersionUID = 1;

  private final Scorer scorer;
  private transient List<Method> methods;
  private transient RecordReader reader;

  /**
   * Asks a network.
   *
   * @throws IllegalArgumentException if its interface has no method that a column can hold
   */
  public RecordScore(Scorer scorer, Class<?> network) {
    this.scorer = scorer;
    if (methods(network).isEmpty()) {
      throw new IllegalArgumentException(
          network.getName()
              + " has no method from its record to an enum, a boolean, a number or an array: add"
              + " one, or name a column of numbers by features(\"…\")");
    }
  }

  private static List<Method> methods(Class<?> network) {
    List<Method> found = new ArrayList<>();
    Questions.answer(network).ifPresent(found::add);
    Questions.outputs(network).ifPresent(found::add);
    return found;
  }

  /** The fields of a score. */
  public StructType type() {
    Class<?> network = Classes.named(scorer.network());
    StructType type = new StructType();
    Optional<Method> answer = Questions.answer(network);
    if (answer.isPresent()) {
      type = type.add("answer", type(answer.get().getReturnType()));
    }
    if (Questions.outputs(network).isPresent()) {
      DataType number = ArrayScore.number(scorer.engine());
      type = type.add("output", DataTypes.createArrayType(number, false));
    }
    return type;
  }

  private static DataType type(Class<?> answer) {
    if (answer.isEnum()) {
      return DataTypes.StringType;
    }
    if (answer == boolean.class) {
      return DataTypes.BooleanType;
    }
    return answer == float.class ? DataTypes.FloatType : DataTypes.DoubleType;
  }

  @Override
  public Row call(Row row) {
    Engine engine = scorer.engine();
    prepare();
    Object question = reader.read(row);
    Object[] answers = new Object[methods.size()];
    for (int i = 0; i < answers.length; i++) {
      Object answer = answer(engine, methods.get(i), question);
      answers[i] = answer instanceof Enum<?> constant ? constant.name() : answer;
    }
    return RowFactory.create(answers);
  }

  private synchronized void prepare() {
    if (reader == null) {
      Class<?> network = Classes.named(scorer.network());
      methods = methods(network);
      methods.forEach(method -> method.setAccessible(true));
      reader = new RecordReader(methods.get(0).getParameterTypes()[0]);
    }
  }

  private static Object answer(Engine engine, Method method, Object question) {
    try {
      return method.invoke(engine.network(), question);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          method.getName() + " refuses " + question + ": " + e.getCause().getMessage(),
          e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
