/**
 * Tries formulas of the user's own out on numbers: where they have no value, jump, or differ from
 * their derivative. Knows formulas only, and says nothing to the user itself.
 */
package io.github.gradsmith.processor.check;
