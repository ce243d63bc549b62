package broken.sqlite;

/** A backend must not export more than its provider and its settings. */
public final class SqliteHelper {}
