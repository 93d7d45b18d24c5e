/**
 * Annotations of the components of a record that is a row of a network: how a component becomes
 * numbers of the input. What none of them says is said by the type: numbers are standardized, an
 * enum becomes one number for each constant, a boolean 0 or 1, a {@code LocalTime} its angle on the
 * clock.
 *
 * <p>They are written at components of records. Their target is a field, as every component is a
 * field of its record, too, and Java 11, for which this is compiled, knows no other name for it.
 */
package io.github.gradsmith.row;
