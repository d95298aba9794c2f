package com.truevault.web.admin.money;

import com.truevault.TrueVault;
import com.truevault.web.http.Access;
import com.truevault.web.http.Listing;
import com.truevault.web.http.PageJson;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.json.InvalidFieldsException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Income, failed renewals, the ledger, and what comparing found. */
public final class BooksAdminRoutes implements Routes {
  private static final String ADMIN = "/api/v1/admin/";
  private static final int COMPARISONS = 30;

  private final TrueVault vault;

  /** Answers from the given vault. */
  public BooksAdminRoutes(TrueVault vault) {
    this.vault = vault;
  }

  @Override
  public void define(Router router) {
    router
        .get(ADMIN + "revenue", this::revenue)
        .access(Access.ADMIN)
        .summary("Shows how the business earns")
        .answers(200, RevenueJson.class);
    router
        .get(ADMIN + "payment-failures", this::failures)
        .access(Access.ADMIN)
        .summary("Lists renewals that are not paid, longest open first")
        .paged()
        .answersPage(FailedPaymentJson.class)
        .problems("cursor-invalid");
    router
        .get(ADMIN + "ledger-transactions", this::ledger)
        .access(Access.ADMIN)
        .summary("Lists bookings in the order in which they were booked")
        .query("from", "The first day, such as 2026-01-01; all days before if left out.")
        .query("to", "The last day; all days after if left out.")
        .paged()
        .answersPage(BookingJson.class)
        .problems("cursor-invalid");
    router
        .get(ADMIN + "comparisons", this::comparisons)
        .access(Access.ADMIN)
        .summary("Lists what comparing with the payment provider found, newest first")
        .paged()
        .answersPage(ComparisonJson.class)
        .problems("cursor-invalid");
    router
        .post(ADMIN + "comparisons", this::compare)
        .access(Access.ADMIN)
        .summary("Compares with the payment provider now")
        .answers(204);
  }

  private Response revenue(Request request) {
    return Response.json(RevenueJson.from(vault.money().revenue()));
  }

  private Response failures(Request request) {
    return Response.json(
        PageJson.of(
            vault.storage().payments().open(Listing.of(request).request()),
            FailedPaymentJson::from));
  }

  private Response ledger(Request request) {
    Instant from = day(request, "from", LocalDate.of(2000, 1, 1));
    Instant to = day(request, "to", LocalDate.of(9998, 1, 1)).plus(Duration.ofDays(1));
    return Response.json(
        PageJson.of(
            vault.storage().ledger().between(from, to, Listing.of(request).request()),
            BookingJson::from));
  }

  private Response comparisons(Request request) {
    return Response.json(
        Listing.of(request)
            .slice(
                vault.storage().comparisons().newest(COMPARISONS),
                comparison -> comparison.startedAt().toString(),
                ComparisonJson::from));
  }

  private Response compare(Request request) {
    vault.billingRounds().compare();
    return Response.noContent();
  }

  private static Instant day(Request request, String field, LocalDate usual) {
    try {
      LocalDate day = request.query().find(field).map(LocalDate::parse).orElse(usual);
      return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidFieldsException(field, "must be a day such as 2026-01-31");
    }
  }
}
