package io.logsink.pipeline;

import io.logsink.api.record.LogRecord;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What two lines have in common that are repeats of each other: the severity and the masked body,
 * as the first half of a SHA-256, so that a key has one size whatever the line and nobody can write
 * a line that hides another.
 */
record LineKey(long high, long low) {
  static LineKey of(LogRecord record) {
    MessageDigest digest = sha256();
    digest.update((byte) record.severity().number());
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(LineMask.mask(record.body().unsafeArray())));
    return new LineKey(hash.getLong(), hash.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
