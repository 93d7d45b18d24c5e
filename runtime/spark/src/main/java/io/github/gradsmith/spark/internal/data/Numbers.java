package io.github.gradsmith.spark.internal.data;

import org.apache.spark.ml.linalg.Vector;
import scala.collection.Iterator;
import scala.collection.Seq;

/** Numbers as Spark hands them over. */
public final class Numbers {
  private Numbers() {}

  /**
   * The numbers of a vector or an array; those of a dense vector are not copied.
   *
   * @param value a vector or a sequence of floats or doubles
   * @throws IllegalArgumentException if it is null or holds null
   */
  public static double[] of(Object value) {
    if (value instanceof Vector vector) {
      return vector.toArray();
    }
    if (value instanceof Seq<?> seq) {
      double[] numbers = new double[seq.length()];
      Iterator<?> iterator = seq.iterator();
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = number(iterator.next(), i);
      }
      return numbers;
    }
    throw new IllegalArgumentException("the features of a row are null");
  }

  private static double number(Object value, int index) {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("feature " + index + " of a row is null");
  }
}
