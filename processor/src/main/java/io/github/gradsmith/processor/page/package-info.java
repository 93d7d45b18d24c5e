/** What a derivation is written with: the page, the lecture's letters, matrices. */
package io.github.gradsmith.processor.page;
