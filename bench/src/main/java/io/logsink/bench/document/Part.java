package io.logsink.bench.document;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a section is made of. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "part")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Sentences.class, name = "sentences"),
  @JsonSubTypes.Type(value = Table.class, name = "table"),
  @JsonSubTypes.Type(value = Bars.class, name = "bars"),
  @JsonSubTypes.Type(value = Lines.class, name = "lines"),
  @JsonSubTypes.Type(value = Waterfall.class, name = "waterfall")
})
public sealed interface Part permits Sentences, Table, Chart {
  /** Whether there is nothing in it. */
  @JsonIgnore
  boolean isEmpty();
}
