package io.logsink.api;

/**
 * What one {@link LogSink#maintain} did.
 *
 * @param sealedWindowCount windows that were sealed
 * @param droppedWindowCount windows that retention removed
 * @param droppedRecordCount records that went with them
 * @param freedBytes bytes on disk, or in memory, that this gave back
 * @param moreDue whether upkeep is left for the next call
 */
public record MaintenanceReport(
    int sealedWindowCount,
    int droppedWindowCount,
    long droppedRecordCount,
    long freedBytes,
    boolean moreDue) {
  /** Nothing was due. */
  public static final MaintenanceReport NOTHING = new MaintenanceReport(0, 0, 0, 0, false);
}
