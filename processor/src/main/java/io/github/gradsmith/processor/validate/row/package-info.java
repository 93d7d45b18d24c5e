/** Rules of typed rows, and what rows mean that keep them. */
package io.github.gradsmith.processor.validate.row;
