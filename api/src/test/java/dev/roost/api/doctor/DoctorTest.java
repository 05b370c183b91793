package dev.roost.api.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roost.api.doctor.Finding.Verdict;
import dev.roost.model.score.ScorerChoice;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {

  @TempDir Path folder = Path.of("");

  @Test
  void findsThisMachineFit() {
    assertThat(Doctor.examine(folder.resolve("not/yet/there"), 0))
        .filteredOn(Finding::isWrong)
        .isEmpty();
  }

  @Test
  void refusesAnotherJava() {
    assertThat(Checkup.java(Runtime.Version.parse("24.0.1"))).matches(Finding::isWrong);
    assertThat(Checkup.java(Runtime.Version.parse("25"))).matches(finding -> !finding.isWrong());
  }

  @Test
  void warnsOfASmallHeap() {
    assertThat(Checkup.heap(512L << 20).verdict()).isEqualTo(Verdict.WEAK);
    assertThat(Checkup.heap(512L << 20).mend()).contains("ROOST_JVM_OPTS=-Xmx");
  }

  @Test
  void tellsWhichScorerRunsAndWhy() {
    assertThat(Checkup.scorer(new ScorerChoice(true, "vectors of 256 bits")).describe())
        .isEqualTo("ok     scorer             vector: vectors of 256 bits");
    assertThat(Checkup.scorer(new ScorerChoice(false, "why not")).verdict())
        .isEqualTo(Verdict.WEAK);
  }

  @Test
  void tellsOfArmBeforeTheJournalFails() {
    assertThat(Checkup.architecture("Linux", "aarch64").mend()).contains("PostgreSQL");
    assertThat(Checkup.architecture("Linux", "amd64").verdict()).isEqualTo(Verdict.OK);
  }

  @Test
  void refusesATemporaryFolderThatIsNotThere() {
    assertThat(Checkup.temporaryFolder(folder.resolve("missing"))).matches(Finding::isWrong);
    assertThat(Checkup.temporaryFolder(folder).verdict()).isEqualTo(Verdict.OK);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void tellsWhichPortIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var finding = Checkup.port(taken.getLocalPort());

      assertThat(finding.verdict()).isEqualTo(Verdict.WEAK);
      assertThat(finding.found()).contains(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void refusesMixedVersionsOfOneFamilyOnly() {
    var http = new AkkaVersions.Module("akka-http", "10.5.3");
    var actor = new AkkaVersions.Module("akka-actor", "2.8.5");
    var older = new AkkaVersions.Module("akka-discovery", "2.7.0");

    assertThat(AkkaVersions.check(List.of(http, actor)).verdict()).isEqualTo(Verdict.OK);
    assertThat(AkkaVersions.check(List.of(http, actor, older))).matches(Finding::isWrong);
    assertThat(AkkaVersions.check(List.of())).matches(Finding::isWrong);
  }

  @Test
  void describesWhatToDoOnALineOfItsOwn() {
    assertThat(Finding.wrong("disk", "3 MiB free", "free more.").describe().lines())
        .containsExactly("wrong  disk               3 MiB free", " ".repeat(23) + "-> free more.");
  }
}
