package dev.roost.model.feature;

import static dev.roost.model.feature.Feature.*;

import dev.roost.model.crowd.CoEngagement;
import dev.roost.model.crowd.Company;
import dev.roost.model.crowd.Crowd;
import dev.roost.model.crowd.LocalHeat;
import dev.roost.model.item.ItemTable;
import dev.roost.model.reader.ReaderView;
import java.time.Instant;

/// The features that tell what other readers do: those like the reader, and those of the place.
final class CrowdColumns {

  private final ItemTable table;
  private final CoEngagement coEngagement;
  private final Company company;
  private final LocalHeat.Warm country;
  private final float countryLeft;
  private final LocalHeat.Warm language;
  private final float languageLeft;

  CrowdColumns(ItemTable table, Crowd crowd, ReaderView reader, Instant now) {
    this.table = table;
    coEngagement = crowd.coEngagement();
    company = coEngagement.of(reader.history(), now);
    country = crowd.countries().in(Crowd.country(reader.profile()));
    countryLeft = country.left(now);
    language = crowd.languages().in(Crowd.language(reader.profile()));
    languageLeft = language.left(now);
  }

  Company company() {
    return company;
  }

  void fillLight(int row, float[] out) {
    int of = table.originalRow(row);
    out[COUNTRY_POSITIVES_1D.ordinal()] = log(country.of(of) * countryLeft);
    int slot = company.slot(of);
    out[COMPANY_1D.ordinal()] = log(company.fast(slot));
    out[COMPANY_COSINE.ordinal()] = company.cosine(slot);
  }

  void fill(int row, float[] out, int offset) {
    int of = table.originalRow(row);
    out[offset + ITEM_READERS.ordinal()] = log(coEngagement.readers(of));
    out[offset + COUNTRY_POSITIVES_1D.ordinal()] = log(country.of(of) * countryLeft);
    out[offset + LANGUAGE_POSITIVES_1D.ordinal()] = log(language.of(of) * languageLeft);
    int slot = company.slot(of);
    out[offset + COMPANY_LAST.ordinal()] = log(company.last(slot));
    out[offset + COMPANY_1D.ordinal()] = log(company.fast(slot));
    out[offset + COMPANY_30D.ordinal()] = log(company.slow(slot));
    out[offset + COMPANY_COSINE.ordinal()] = company.cosine(slot);
  }
}
