/** Classes that break a house rule each. */
@NullMarked
package broken.ring;

import org.jspecify.annotations.NullMarked;
