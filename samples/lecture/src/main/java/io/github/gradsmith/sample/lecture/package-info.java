/**
 * The smallest network worth computing by hand, computed three ways.
 *
 * <p>Notice that the formulas printed here are the ones a student writes on paper, evaluated from
 * the traced z and a; that numerical differentiation knows nothing of them and agrees to about ten
 * digits; and that the generated {@code gradient} agrees with both. {@code compare} then shows why
 * nobody trains by numerical differentiation: the derivatives are the same, the time is not.
 *
 * <p>Read {@link io.github.gradsmith.sample.lecture.LectureNet} first, then the generated {@code
 * LectureNetImpl}, then {@link io.github.gradsmith.sample.lecture.WorkedExample}.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -jar samples/lecture/target/lecture.jar
 * java -jar samples/lecture/target/lecture.jar compare
 * </pre>
 */
package io.github.gradsmith.sample.lecture;
