package io.logsink.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.logsink.api.AppendReceipt;
import io.logsink.api.Durability;
import io.logsink.api.record.LogBatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With two batches of three, whose sequences are 10 to 12 and 20 to 22. */
final class AppendedTest {
  private static final LogBatch THREE = LogBatch.of(Records.many(3));

  private final Appended appended = new Appended(3);

  @BeforeEach
  void append() throws Exception {
    appended.add(THREE, receipt(10, 12));
    appended.add(THREE, receipt(20, 22));
  }

  @Test
  void findsTheRecordOfASequence() {
    assertThat(appended.indexOf(10)).isZero();
    assertThat(appended.indexOf(12)).isEqualTo(2);
    assertThat(appended.indexOf(20)).isEqualTo(3);
    assertThat(appended.indexOf(22)).isEqualTo(5);
  }

  @Test
  void findsNoneForASequenceThatWasNeverGiven() {
    assertThat(appended.indexOf(9)).isEqualTo(-1);
    assertThat(appended.indexOf(13)).isEqualTo(-1);
    assertThat(appended.indexOf(23)).isEqualTo(-1);
  }

  @Test
  void findsTheFirstRecordFromASequenceOn() {
    assertThat(appended.indexFrom(1)).isZero();
    assertThat(appended.indexFrom(11)).isEqualTo(1);
    assertThat(appended.indexFrom(15)).isEqualTo(3);
    assertThat(appended.indexFrom(99)).isEqualTo(6);
  }

  @Test
  void refusesAReceiptForAnotherNumberOfRecords() {
    assertThatThrownBy(() -> appended.add(THREE, receipt(30, 31)))
        .hasMessage("the receipt for 3 records has the sequences 30 to 31, after 22");
  }

  @Test
  void refusesAReceiptWithSequencesThatWereGivenBefore() {
    assertThatThrownBy(() -> appended.add(THREE, receipt(22, 24)))
        .isInstanceOf(DifferenceException.class);
  }

  private static AppendReceipt receipt(long first, long last) {
    return new AppendReceipt(first, last, Durability.VOLATILE);
  }
}
