/**
 * The smallest network worth computing by hand, computed three ways.
 *
 * <p>Notice that the formulas printed here are the ones a student writes on paper, evaluated from
 * the traced z and a; that numerical differentiation knows nothing of them and agrees to about ten
 * digits; and that the generated {@code gradient} agrees with both. {@code compare} then shows why
 * nobody trains by numerical differentiation: the derivatives are the same, the time is not. {@code
 * derivation} prints the page on which the processor derives all of it, in Markdown with LaTeX; it
 * stands beside the classes, and GitHub, GitLab and most editors show it with its formulas.
 *
 * <p>Read {@link io.github.gradsmith.sample.lecture.LectureNet} first, then the generated {@code
 * LectureNetImpl}, then {@link io.github.gradsmith.sample.lecture.WorkedExample}.
 *
 * <pre>
 * mvn -q -DskipTests package
 * java -jar samples/lecture/target/lecture.jar
 * java -jar samples/lecture/target/lecture.jar compare
 * java -jar samples/lecture/target/lecture.jar derivation
 * </pre>
 */
package io.github.gradsmith.sample.lecture;
