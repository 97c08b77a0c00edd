/** Examples for the tests of the house rules. */
@NullMarked
package dev.vireo.example.good;

import org.jspecify.annotations.NullMarked;
