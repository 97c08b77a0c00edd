/** Examples for the tests of the house rules. */
@NullMarked
package dev.vireo.example.bad.left;

import org.jspecify.annotations.NullMarked;
