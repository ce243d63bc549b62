package io.logsink.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.SinkUnavailableException;
import io.logsink.api.record.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CountersFileTest {
  private static final long SEED = Long.getLong("logsink.seed", new Random().nextLong());

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("below").resolve("counters");
  }

  private static Counters counters(Random random) {
    SortedMap<Source, SourceStats> sources = new TreeMap<>();
    SortedMap<Source, Map<Fate, Loss>> losses = new TreeMap<>();
    for (String name : new String[] {"a", "with space", "loss 1", "pty:\u00e9\ud83d\ude00"}) {
      Map<Fate, Tally> fates = new EnumMap<>(Fate.class);
      Map<Fate, Loss> lost = new EnumMap<>(Fate.class);
      for (Fate fate : Fate.values()) {
        fates.put(fate, tally(random));
        lost.put(fate, new Loss(tally(random), random.nextLong(), random.nextLong()));
      }
      Duration blocked = Duration.ofNanos(random.nextLong(1L << 60));
      sources.put(
          Source.of(name),
          new SourceStats(tally(random), fates, tally(random), random.nextInt(100), blocked));
      losses.put(Source.of(name), lost);
    }
    return new Counters(
        random.nextBoolean(), random.nextLong(), random.nextLong(), sources, losses);
  }

  private static Tally tally(Random random) {
    return new Tally(random.nextLong(1L << 62), random.nextLong(1L << 62));
  }

  @Test
  void whatWasSavedIsLoaded() throws Exception {
    CountersFile file = new CountersFile(file());
    Random random = new Random(SEED);

    for (int i = 0; i < 5; i++) {
      Counters saved = counters(random);
      file.save(saved);

      assertThat(file.load()).as("logsink.seed=%d", SEED).isEqualTo(saved);
    }
  }

  @Test
  void thereAreNoneAtFirst() throws Exception {
    assertThat(new CountersFile(file()).load()).isNull();
  }

  @Test
  void everyFlippedBitIsNoticed() throws Exception {
    byte[] content = CountersCodec.encode(counters(new Random(SEED)));

    for (int i = 0; i < content.length; i++) {
      byte[] damaged = content.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      assertThatThrownBy(() -> CountersCodec.decode(damaged))
          .isInstanceOf(CountersCodec.MalformedCountersException.class);
    }
  }

  @Test
  void everyShorterFileIsNoticed() {
    byte[] content = CountersCodec.encode(Counters.NONE);

    for (int length = 0; length < content.length; length++) {
      byte[] shorter = Arrays.copyOf(content, length);
      assertThatThrownBy(() -> CountersCodec.decode(shorter))
          .isInstanceOf(CountersCodec.MalformedCountersException.class);
    }
  }

  @Test
  void aDamagedFileIsPutAside() throws Exception {
    CountersFile file = new CountersFile(file());
    file.save(Counters.NONE);
    byte[] damaged = Files.readAllBytes(file());
    damaged[0]++;
    Files.write(file(), damaged);

    assertThat(file.load()).isNull();
    assertThat(file()).doesNotExist();
    assertThat(file().resolveSibling("counters.damaged")).hasBinaryContent(damaged);
  }

  @Test
  void aFileThatCannotBeReadIsNamed() throws IOException {
    Files.createDirectories(file());

    assertThatThrownBy(() -> new CountersFile(file()).load())
        .isInstanceOf(SinkUnavailableException.class)
        .hasMessageContaining(file().toString());
  }

  @Test
  void theFormIsThatOfThePage() throws Exception {
    SortedMap<Source, SourceStats> sources = new TreeMap<>();
    Map<Fate, Tally> fates =
        Map.of(Fate.STORED, new Tally(90, 4500), Fate.SAMPLED, new Tally(8, 400));
    sources.put(
        Source.of("pty:web"),
        new SourceStats(new Tally(100, 5000), fates, new Tally(2, 100), 3, Duration.ofMillis(12)));
    SortedMap<Source, Map<Fate, Loss>> losses = new TreeMap<>();
    losses.put(Source.of("pty:web"), Map.of(Fate.SAMPLED, new Loss(new Tally(5, 250), 10, 20)));

    byte[] content =
        CountersCodec.encode(new Counters(false, 1767225600000000000L, 1234, sources, losses));

    String page = Files.readString(root().resolve("docs/formats/pipeline-counters.md"));
    assertThat(page.replaceAll("(?m)^    ", ""))
        .contains(new String(content, StandardCharsets.UTF_8));
  }

  private static Path root() {
    return Path.of(System.getProperty("logsink.root"));
  }
}
