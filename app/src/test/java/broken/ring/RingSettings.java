package broken.ring;

/** What others must not see. */
public record RingSettings() {}
