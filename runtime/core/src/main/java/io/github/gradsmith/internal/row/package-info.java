/**
 * What generated networks keep of their rows: statistics of numbers, the order of enums' constants,
 * and their form in files.
 */
package io.github.gradsmith.internal.row;
