package io.logsink.conformance;

import io.logsink.api.Durability;
import io.logsink.api.Feature;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The method tests that clause of the contract. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Clause {
  /** The clause's id, {@code W1}. */
  String value();

  /** The features without which the clause does not hold. */
  Feature[] needs() default {};

  /** The append durability without which it does not hold. */
  Durability durability() default Durability.VOLATILE;
}
