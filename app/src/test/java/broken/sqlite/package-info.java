/** Classes that break a house rule each. */
@NullMarked
package broken.sqlite;

import org.jspecify.annotations.NullMarked;
