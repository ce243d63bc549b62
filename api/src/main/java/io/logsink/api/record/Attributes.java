package io.logsink.api.record;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a record: values by key, in key order. Immutable; equal when keys and values
 * are.
 */
public final class Attributes {
  /** No attributes. */
  public static final Attributes EMPTY = new Attributes(Map.of());

  /** The most attributes a record has. */
  public static final int MAX_COUNT = 1_000;

  private final SortedMap<String, AttributeValue> values;

  private Attributes(Map<String, AttributeValue> values) {
    this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * A copy of {@code values}.
   *
   * @throws IllegalArgumentException when there are more than {@link #MAX_COUNT}, or a key is empty
   *     or has an unpaired surrogate
   */
  public static Attributes of(Map<String, AttributeValue> values) {
    if (values.isEmpty()) {
      return EMPTY;
    }
    if (values.size() > MAX_COUNT) {
      throw new IllegalArgumentException(
          "a record has at most %d attributes, not %d".formatted(MAX_COUNT, values.size()));
    }
    values.keySet().forEach(Attributes::requireKey);
    return new Attributes(values);
  }

  /** One attribute. */
  public static Attributes of(String key, AttributeValue value) {
    return of(Map.of(key, value));
  }

  private static void requireKey(String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("an attribute's key must not be empty");
    }
    EncodableText.require("attribute key", key);
  }

  /** The value under {@code key}, or null. */
  public @Nullable AttributeValue get(String key) {
    return values.get(key);
  }

  /** All of them, in key order; unmodifiable. */
  public SortedMap<String, AttributeValue> asMap() {
    return values;
  }

  /** How many there are. */
  public int size() {
    return values.size();
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attributes that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
