/** What every module's tests share: real servers, house rules, media. */
@NullMarked
package dev.vireo.testkit;

import org.jspecify.annotations.NullMarked;
