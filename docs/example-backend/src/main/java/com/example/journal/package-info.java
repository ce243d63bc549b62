/** The example of {@code docs/write-a-backend.md}: a backend that sees nothing but the API. */
@NullMarked
package com.example.journal;

import org.jspecify.annotations.NullMarked;
