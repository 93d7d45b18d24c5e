/** Forms that are written from the normal form: readable for people, stable for machines. */
package io.github.gradsmith.processor.formula.form;
