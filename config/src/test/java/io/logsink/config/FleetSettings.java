package io.logsink.config;

import io.logsink.api.InvalidSettingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settings with lists and maps of records, also in each other. */
record FleetSettings(String flag, List<Ship> ships, SortedMap<String, Port> ports) {
  static final FleetSettings DEFAULT =
      new FleetSettings(
          "blue", List.of(), new TreeMap<>(Map.of("home", new Port(List.of("one"), Map.of()))));

  record Ship(String name, Hull hull, Duration maxAge) {
    public static final Ship DEFAULT = new Ship("nameless", new Hull(3, 1L << 20), Duration.ZERO);

    Ship {
      if (name.equals("Titanic")) {
        throw new InvalidSettingException("name", name, "a name that brings no bad luck");
      }
    }
  }

  record Hull(int deckCount, long cargoBytes) {
    Hull {
      if (deckCount < 1) {
        throw new InvalidSettingException("deckCount", deckCount, "1 or more");
      }
    }
  }

  record Port(List<String> docks, Map<String, Berth> berths) {
    public static final Port DEFAULT = new Port(List.of(), Map.of());
  }

  record Berth(int depth) {
    public static final Berth DEFAULT = new Berth(12);
  }

  FleetSettings {
    for (int i = 0; i < ships.size(); i++) {
      if (ships.get(i).maxAge().toDays() > 100) {
        throw new InvalidSettingException(
            "ships[%d].maxAge".formatted(i), ships.get(i).maxAge(), "100 days or less");
      }
    }
    ports.forEach((name, port) -> {
      if (port.docks().isEmpty()) {
        throw new InvalidSettingException(
            "ports.%s.docks".formatted(name), "[]", "one dock or more");
      }
    });
  }
}
