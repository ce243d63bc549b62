/** Classes that break a house rule each. */
@NullMarked
package broken.lmdb;

import org.jspecify.annotations.NullMarked;
