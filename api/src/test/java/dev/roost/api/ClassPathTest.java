package dev.roost.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.roost.api.doctor.AkkaVersions;
import dev.roost.api.doctor.AkkaVersions.Module;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClassPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "akka.actor.typed.ActorSystem",
        "akka.cluster.sharding.typed.javadsl.ClusterSharding",
        "akka.persistence.typed.javadsl.EventSourcedBehavior",
        "akka.persistence.query.javadsl.ReadJournal",
        "akka.persistence.journal.leveldb.LeveldbJournal",
        "akka.persistence.r2dbc.journal.R2dbcJournal",
        "akka.serialization.jackson.JacksonCborSerializer",
        "akka.http.javadsl.Http",
        "akka.http.scaladsl.marshallers.sprayjson.SprayJsonSupport",
        "akka.management.javadsl.AkkaManagement",
        "akka.management.cluster.bootstrap.ClusterBootstrap",
        "akka.management.cluster.javadsl.ClusterHttpManagementRoutes",
        "org.fusesource.leveldbjni.JniDBFactory",
        "io.r2dbc.postgresql.PostgresqlConnectionFactory",
        "smile.regression.GradientTreeBoost",
        "smile.classification.LogisticRegression",
        "org.apache.lucene.index.IndexWriter",
        "org.apache.datasketches.kll.KllDoublesSketch",
        "org.roaringbitmap.RoaringBitmap",
        "org.HdrHistogram.Histogram",
        "io.micrometer.prometheusmetrics.PrometheusMeterRegistry",
        "picocli.CommandLine",
        "me.tongfei.progressbar.ProgressBar",
        "com.nimbusds.jose.JWSObject",
        "io.github.bucket4j.Bucket",
        "com.fasterxml.jackson.databind.json.JsonMapper",
        "ch.qos.logback.classic.LoggerContext"
      })
  void everyPartLoadsAndInitialises(String name) {
    assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException();
  }

  @Test
  void everyFamilyOfAkkaHasTheVersionWhoseLicenceHasChanged() {
    var versions =
        AkkaVersions.onClassPath().stream()
            .collect(
                Collectors.groupingBy(
                    Module::family,
                    TreeMap::new,
                    Collectors.mapping(Module::version, Collectors.toCollection(TreeSet::new))));

    assertThat(versions)
        .hasToString(
            "{akka=[2.8.5], akka-http=[10.5.3], akka-management=[1.4.0],"
                + " akka-persistence-r2dbc=[1.1.2]}");
  }
}
