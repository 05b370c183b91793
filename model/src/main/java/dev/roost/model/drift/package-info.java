/// Drift detectors and the monitor made of them: pure, bounded, without clock or chance.
///
/// The parts, from the inside out: [dev.roost.model.drift.MixtureShiryaevRoberts] watches one count
/// beside its expectation; [dev.roost.model.drift.RateView] gives it a learned
/// [dev.roost.model.drift.Baseline]; [dev.roost.model.drift.SliceWatch] holds two such views of one
/// slice of readers together; [dev.roost.model.drift.CalibrationWatch] has one for each slice, with
/// the expectations that [dev.roost.model.drift.CountryLevels] mends;
/// [dev.roost.model.drift.SlopeWatch] asks whether probabilities are too bold or too timid;
/// [dev.roost.model.drift.CovariateWatch] compares features day by day;
/// [dev.roost.model.drift.SilenceWatch] notices what no longer arrives;
/// [dev.roost.model.drift.IncidentBook] makes incidents of alarms;
/// [dev.roost.model.drift.DriftWatch] is all of it, one call a window.
///
/// All detectors share one budget of false incidents: each is given the run length that makes the
/// rates sum to one in [dev.roost.model.drift.DriftSettings#falseIncidentEvery()].
@NullMarked
package dev.roost.model.drift;

import org.jspecify.annotations.NullMarked;
