/** What Gradle puts around a compiler, for tests without Gradle. */
package org.gradle.fake;
