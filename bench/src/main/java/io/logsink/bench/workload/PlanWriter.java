package io.logsink.bench.workload;

import com.typesafe.config.ConfigUtil;
import io.logsink.config.value.SettingTypes;
import io.logsink.config.value.Wording;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a workload as HOCON, without what is as by default. For one thread, and once. */
final class PlanWriter {
  private static final String STEP = "  ";

  private final StringBuilder text = new StringBuilder();
  private String indent = "";

  String write(WorkloadPlan plan) {
    open(WorkloadFile.WORKLOAD);
    values(plan.settings(), WorkloadSettings.DEFAULT);
    each(WorkloadFile.PRODUCERS, plan.producers(), ProducerPlan.DEFAULT);
    each(WorkloadFile.READERS, plan.readers(), ReaderPlan.DEFAULT);
    close();
    return text.toString();
  }

  private void each(String key, Map<String, ? extends Record> members, Record defaults) {
    if (!members.isEmpty()) {
      open(key);
      members.forEach((name, member) -> {
        open(ConfigUtil.joinPath(name));
        values(member, defaults);
        close();
      });
      close();
    }
  }

  private void values(Record record, Record defaults) {
    @Nullable Object[] values = RecordParts.values(record);
    @Nullable Object[] byDefault = RecordParts.values(defaults);
    int i = 0;
    for (RecordComponent component : RecordParts.components(record).toList()) {
      if (!Objects.equals(values[i], byDefault[i])) {
        value(component, values[i], byDefault[i]);
      }
      i++;
    }
  }

  private void value(
      RecordComponent component, @Nullable Object value, @Nullable Object byDefault) {
    String key = Wording.kebab(component.getName());
    if (value instanceof Record inner && byDefault instanceof Record innerDefault) {
      open(key);
      values(inner, innerDefault);
      close();
    } else if (value != null) {
      line(key + " = " + SettingTypes.of(component).write(value));
    }
  }

  private void open(String key) {
    line(key + " {");
    indent += STEP;
  }

  private void close() {
    indent = indent.substring(STEP.length());
    line("}");
  }

  private void line(String line) {
    text.append(indent).append(line).append('\n');
  }
}
