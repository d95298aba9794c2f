package com.truevault.web.page.money;

import com.truevault.ledger.LedgerAccount;
import com.truevault.web.http.Access;
import com.truevault.web.http.Request;
import com.truevault.web.http.Response;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.page.Area;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.Words;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/** The books: balances of the ledger, and ledger and invoices to take away. */
public final class BookPages implements Routes {
  private static final String PATH = "/admin/money/books";
  private final PageKit kit;

  /** Shows the page with the given kit. */
  public BookPages(PageKit kit) {
    this.kit = kit;
  }

  @Override
  public void define(Router router) {
    router.get(PATH, this::show).access(Access.ADMIN).summary("Shows the balances of the ledger");
    router
        .get(PATH + "/ledger.csv", this::ledger)
        .access(Access.ADMIN)
        .summary("Hands the ledger of a span of days out");
    router
        .get(PATH + "/invoices.csv", this::invoices)
        .access(Access.ADMIN)
        .summary("Hands the invoices of a span of days out");
  }

  private Response show(Request request) {
    LocalDate today = kit.vault().money().revenue().today();
    List<BooksPage.Ledger> ledgers =
        kit.vault().plans().offers().stream()
            .map(offer -> offer.monthly().currency())
            .distinct()
            .map(this::balances)
            .toList();
    var page = new BooksPage(ledgers, today.withDayOfMonth(1).toString(), today.toString());
    return kit.show(request, Area.ADMIN, "money/books", page);
  }

  private Response ledger(Request request) {
    Span span = Span.of(request, kit.vault().money().revenue().today());
    return file("ledger", span, out -> LedgerCsv.write(kit.vault().storage().ledger(), span, out));
  }

  private Response invoices(Request request) {
    Span span = Span.of(request, kit.vault().money().revenue().today());
    return file(
        "invoices", span, out -> InvoiceCsv.write(kit.vault().storage().invoices(), span, out));
  }

  private BooksPage.Ledger balances(Currency currency) {
    Map<LedgerAccount, Long> sums = kit.vault().storage().ledger().balances(currency);
    var lines =
        Arrays.stream(LedgerAccount.values())
            .map(
                account ->
                    BooksPage.Balance.of(
                        kit.t("money.account." + Words.key(account)),
                        sums.getOrDefault(account, 0L),
                        currency))
            .toList();
    return new BooksPage.Ledger(currency.getCurrencyCode(), lines);
  }

  private static Response file(String name, Span span, Response.Stream body) {
    return Response.stream(Csv.TYPE, body)
        .attachment(name + "-" + span.from() + "-" + span.to() + ".csv")
        .cache("no-store");
  }
}
