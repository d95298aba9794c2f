package com.truevault.paypal;

import com.truevault.billing.BillingCycle;
import com.truevault.billing.GatewayPlan;
import com.truevault.billing.GatewayPlanStore;
import com.truevault.billing.Offer;
import com.truevault.billing.Terms;
import com.truevault.paypal.SetupStep.Kind;
import com.truevault.paypal.SetupStep.Move;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Brings what PayPal sells in line with the price list: one product, and a plan for each plan and
 * cycle. Doing it again does nothing, and half of it done is finished by the next time. Plans of
 * earlier prices go on for those who have them.
 */
public final class PlanSetup {
  /** What PayPal calls our product; all plans are of this one, else nobody could change between. */
  public static final String PRODUCT = "TRUEVAULT-VPN";

  private static final String ACTIVE = "ACTIVE";

  private final PayPalClient client;
  private final Supplier<List<Offer>> offers;
  private final GatewayPlanStore known;
  private final InstantSource clock;

  /**
   * A setup in the environment of that client.
   *
   * @param offers the price list
   * @param known where the plans are written down
   */
  public PlanSetup(
      PayPalClient client,
      Supplier<List<Offer>> offers,
      GatewayPlanStore known,
      InstantSource clock) {
    this.client = client;
    this.offers = offers;
    this.known = known;
    this.clock = clock;
  }

  /** What would be done; empty if everything is in place. */
  public List<SetupStep> plan() {
    return moves().stream().map(Move::step).toList();
  }

  /** Does it, and returns what was done. */
  public List<SetupStep> apply() {
    List<Move> moves = moves();
    moves.forEach(move -> move.action().run());
    return moves.stream().map(Move::step).toList();
  }

  private List<Move> moves() {
    List<Move> moves = new ArrayList<>();
    boolean isNew = client.catalogue().product(PRODUCT).isEmpty();
    if (isNew) {
      moves.add(Move.of(Kind.CREATE, "create the product " + PRODUCT, this::createProduct));
    }
    List<Doc> plans =
        isNew
            ? List.of()
            : client.catalogue().planIds(PRODUCT).stream().map(client.catalogue()::plan).toList();
    List<String> used = new ArrayList<>();
    for (WantedPlan wanted : wanted()) {
      Optional<Doc> met = best(plans.stream().filter(wanted::isMetBy).toList());
      met.ifPresent(plan -> used.add(plan.text("id")));
      moves.addAll(met.map(plan -> adopt(wanted, plan)).orElseGet(() -> List.of(create(wanted))));
    }
    plans.stream()
        .filter(plan -> plan.text("status").equals(ACTIVE))
        .filter(plan -> !used.contains(plan.text("id")))
        .forEach(plan -> moves.add(deactivate(plan)));
    return moves;
  }

  private List<WantedPlan> wanted() {
    return offers.get().stream()
        .flatMap(
            offer ->
                Stream.of(BillingCycle.values())
                    .map(cycle -> new Terms(offer.plan(), cycle, offer.price(cycle))))
        .map(terms -> new WantedPlan(PRODUCT, terms))
        .toList();
  }

  /** One that is written down here already, else one that is active there, else any. */
  private Optional<Doc> best(List<Doc> plans) {
    return plans.stream()
        .filter(this::isKnown)
        .findFirst()
        .or(() -> plans.stream().filter(plan -> plan.text("status").equals(ACTIVE)).findFirst())
        .or(() -> plans.stream().findFirst());
  }

  private Move create(WantedPlan wanted) {
    return Move.of(
        Kind.CREATE,
        "create the plan \"%s\" at %s".formatted(wanted.name(), wanted.terms().price()),
        () ->
            keep(
                client.catalogue().createPlan(wanted.requestId(), wanted.request()).text("id"),
                wanted));
  }

  private List<Move> adopt(WantedPlan wanted, Doc plan) {
    List<Move> moves = new ArrayList<>();
    String id = plan.text("id");
    String label = "the plan \"%s\" (%s)".formatted(wanted.name(), id);
    if (!plan.text("status").equals(ACTIVE)) {
      moves.add(
          Move.of(Kind.CHANGE, "activate " + label, () -> client.catalogue().activatePlan(id)));
    }
    if (!isKnown(plan)) {
      moves.add(Move.of(Kind.ADOPT, "use " + label, () -> keep(id, wanted)));
    }
    return moves;
  }

  private Move deactivate(Doc plan) {
    String id = plan.text("id");
    return Move.of(
        Kind.DEACTIVATE,
        "stop offering the plan \"%s\" (%s)".formatted(plan.text("name"), id),
        () -> client.catalogue().deactivatePlan(id));
  }

  private void createProduct() {
    client
        .catalogue()
        .createProduct(
            "tv-product-" + PRODUCT + "-1",
            Doc.of(Map.of("id", PRODUCT, "name", "VPN access", "type", "SERVICE")));
  }

  private void keep(String id, WantedPlan wanted) {
    known.add(new GatewayPlan(mode(), id, wanted.terms()), clock.instant());
  }

  private boolean isKnown(Doc plan) {
    return known.find(mode(), plan.text("id")).isPresent();
  }

  private String mode() {
    return client.account().environment().mode();
  }
}
