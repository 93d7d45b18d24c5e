/** A rule, and what many rules need: spelling, numbers that are finite. */
package io.github.gradsmith.processor.validate.rule;
