/** Classes that break a house rule each. */
@NullMarked
package broken.api;

import org.jspecify.annotations.NullMarked;
