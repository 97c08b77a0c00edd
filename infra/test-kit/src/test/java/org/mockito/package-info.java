/** Examples for the tests of the house rules. */
@NullMarked
package org.mockito;

import org.jspecify.annotations.NullMarked;
