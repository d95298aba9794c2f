package com.truevault.sqlite.doctor;

import com.truevault.store.DataFile;
import java.util.List;

/**
 * Facts, payments, ledger and documents say the same. Nothing here is repaired: what differs was
 * not written by the program, and a person has to find out by whom.
 */
final class MoneyInvariants {
  private MoneyInvariants() {}

  static List<Invariant> all() {
    return List.of(
        bookingUnbalanced(),
        bookingWithoutFact(),
        saleNotPaid(),
        paymentWithoutSale(),
        paymentNotBooked(),
        paymentWithoutInvoice(),
        repaymentNotBooked(),
        repaymentWithoutCreditNote(),
        repaidDiffers(),
        moneyDoesNotAddUp(),
        numberMissing());
  }

  private static Invariant invariant(String name, String explanation, String breaches) {
    return Invariant.of(name, DataFile.BILLING, explanation, breaches);
  }

  private static Invariant bookingUnbalanced() {
    return invariant(
        "booking-unbalanced",
        "debit and credit of a booking differ: the ledger was changed from outside",
        """
        select t.booking_key as broken
          from billing.ledger_transactions t
          left join billing.ledger_entries e on e.booking_key = t.booking_key
         group by t.id
        having count(e.id) = 0 or sum(e.debit_minor) <> sum(e.credit_minor)
         order by t.id
        """);
  }

  private static Invariant bookingWithoutFact() {
    return invariant(
        "booking-without-fact",
        "something is booked that nobody knows to have happened; compare it with the payment"
            + " provider",
        """
        select t.booking_key as broken
          from billing.ledger_transactions t
         where not exists (
                 select 1 from billing.billing_facts f
                  where f.subscription_id = t.subscription_id
                    and f.natural_key in (
                          t.booking_key,
                          'sale:' || substr(t.booking_key, instr(t.booking_key, ':') + 1)
                            || ':COMPLETED'))
         order by t.id
        """);
  }

  private static Invariant saleNotPaid() {
    return invariant(
        "sale-not-paid",
        "the money of a sale is here, but its payment says otherwise; have the subscription"
            + " reconciled",
        """
        select f.sale_id as broken
          from billing.billing_facts f
         where f.kind = 'sale'
           and f.details ->> 'state' = 'COMPLETED'
           and not exists (
                 select 1 from billing.payments p
                  where p.paypal_transaction_id = f.sale_id
                    and p.subscription_id = f.subscription_id
                    and p.status in ('completed', 'refunded'))
         order by f.id
        """);
  }

  private static Invariant paymentWithoutSale() {
    return invariant(
        "payment-without-sale",
        "a payment says that money came in, and no sale is known; compare it with the payment"
            + " provider",
        """
        select coalesce(p.paypal_transaction_id, p.id) as broken
          from billing.payments p
         where p.status in ('completed', 'refunded')
           and not exists (
                 select 1 from billing.billing_facts f
                  where f.natural_key = 'sale:' || p.paypal_transaction_id || ':COMPLETED')
         order by p.id
        """);
  }

  private static Invariant paymentNotBooked() {
    return invariant(
        "payment-not-booked",
        "a payment stands in the ledger with another amount, or not at all",
        """
        select p.paypal_transaction_id as broken
          from billing.payments p
         where p.status in ('completed', 'refunded')
           and p.amount_minor <> (
                 select coalesce(sum(e.debit_minor), 0)
                   from billing.ledger_transactions t
                   join billing.ledger_entries e on e.booking_key = t.booking_key
                  where t.booking_key in (
                          'sale:' || p.paypal_transaction_id,
                          'suspense:' || p.paypal_transaction_id)
                    and t.currency = p.currency
                    and e.account = 'paypal_clearing')
         order by p.id
        """);
  }

  private static Invariant paymentWithoutInvoice() {
    return invariant(
        "payment-without-invoice",
        "the invoice of a payment is missing or of another amount, or there is one for money that"
            + " nobody agreed to",
        """
        select p.paypal_transaction_id as broken
          from billing.payments p
         where p.status in ('completed', 'refunded')
           and iif(p.in_suspense, 0, p.amount_minor) <> (
                 select coalesce(sum(i.total_minor), 0)
                   from billing.invoices i
                  where i.payment_id = p.id and i.series = 'INV' and i.currency = p.currency)
         order by p.id
        """);
  }

  private static Invariant repaymentNotBooked() {
    return invariant(
        "repayment-not-booked",
        "money of a payment went back and is not booked; have the subscription reconciled",
        """
        select f.natural_key as broken
          from billing.billing_facts f
          join billing.payments p
            on p.paypal_transaction_id = f.sale_id and p.subscription_id = f.subscription_id
         where f.kind = 'repayment'
           and p.status in ('completed', 'refunded')
           and not exists (
                 select 1 from billing.ledger_transactions t where t.booking_key = f.natural_key)
         order by f.id
        """);
  }

  // A dash stands for money that went back before there was an invoice.
  private static Invariant repaymentWithoutCreditNote() {
    return invariant(
        "repayment-without-credit-note",
        "the credit note of a repayment is missing or of another amount",
        """
        select r.paypal_refund_id as broken
          from billing.refunds r
         where r.credit_note <> '-'
           and not exists (
                 select 1 from billing.invoices i
                  where i.invoice_number = r.credit_note
                    and i.series = 'CN'
                    and i.payment_id = r.payment_id
                    and i.total_minor = -r.amount_minor
                    and i.currency = r.currency)
         order by r.id
        """);
  }

  private static Invariant repaidDiffers() {
    return invariant(
        "repaid-differs",
        "a payment says another sum of repayments than there are",
        """
        select p.paypal_transaction_id as broken
          from billing.payments p
         where p.repaid_minor <> (
                 select coalesce(sum(r.amount_minor), 0)
                   from billing.refunds r
                  where r.payment_id = p.id)
         order by p.id
        """);
  }

  private static Invariant moneyDoesNotAddUp() {
    return invariant(
        "money-does-not-add-up",
        "all that was paid in a currency is not all that was invoiced, credited or put aside",
        """
        with sums (currency, minor) as (
          select currency, amount_minor
            from billing.payments
           where status in ('completed', 'refunded')
          union all
          select currency, -total_minor
            from billing.invoices
           where series = 'INV'
          union all
          select t.currency, e.debit_minor - e.credit_minor
            from billing.ledger_entries e
            join billing.ledger_transactions t on t.booking_key = e.booking_key
           where (e.account = 'suspense' and t.booking_key not like 'repayment:%')
              or e.account = 'customer_credit')
        select currency as broken
          from sums
         group by currency
        having sum(minor) <> 0
         order by currency
        """);
  }

  private static Invariant numberMissing() {
    return invariant(
        "number-missing",
        "numbers of invoices or credit notes are not one after the other; the first after a gap is"
            + " named",
        """
        select invoice_number as broken
          from (select invoice_number, series_number,
                       lag(series_number, 1, 0) over (
                         partition by series, series_year order by series_number) as before
                  from billing.invoices
                 where series is not null)
         where series_number <> before + 1
         order by invoice_number
        """);
  }
}
