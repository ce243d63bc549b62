package io.logsink.config;

import io.logsink.config.Shape.Items;
import io.logsink.config.Shape.Leaf;
import io.logsink.config.Shape.Section;
import io.logsink.config.value.SettingType;
import io.logsink.config.value.SettingTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads which sources go to which backend. */
final class RouteBinder {
  private static final String SOURCES = "sources";

  private final SettingType backends;
  private final Items shape;

  /** For the choice among {@code backends}. */
  RouteBinder(SettingType backends) {
    this.backends = backends;
    SequencedMap<String, Shape> keys = new LinkedHashMap<>();
    keys.put(SOURCES, new Leaf(SettingTypes.glob()));
    keys.put(Sections.BACKEND, new Leaf(backends));
    this.shape = new Items(new Section(keys), RouteSettings.UNSET);
  }

  Items shape() {
    return shape;
  }

  /** The routes given at {@code place}; what is missing is a problem. */
  List<RouteSettings> bind(SettingsBinder binder, Place place) {
    List<RouteSettings> routes =
        binder.bindList(shape, place).stream().map(RouteSettings.class::cast).toList();
    place.elements().stream().filter(Place::isSection).forEach(route -> require(binder, route));
    return routes;
  }

  private void require(SettingsBinder binder, Place route) {
    binder.require(route, SOURCES, SettingTypes.glob());
    binder.require(route, Sections.BACKEND, backends);
  }
}
