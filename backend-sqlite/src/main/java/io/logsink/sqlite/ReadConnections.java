package io.logsink.sqlite;

import io.logsink.api.LogSinkException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections that read, made as they are needed and used again. Thread-safe. */
final class ReadConnections {
  /** Uses a connection, and leaves no statement open on it. */
  interface Use {
    boolean apply(Connection connection) throws SQLException, LogSinkException;
  }

  private final Database database;
  private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

  ReadConnections(Database database) {
    this.database = database;
  }

  void use(Use use) throws SQLException, LogSinkException {
    Connection pooled = idle.pollFirst();
    Connection connection = pooled != null ? pooled : database.openToRead();
    try {
      use.apply(connection);
    } finally {
      idle.addFirst(connection);
    }
  }

  /** Closes all; called when none is in use. */
  void close() throws SQLException {
    for (Connection connection = idle.pollFirst();
        connection != null;
        connection = idle.pollFirst()) {
      connection.close();
    }
  }
}
