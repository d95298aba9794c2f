package com.truevault.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.TrueVault;
import com.truevault.agent.AgentReport;
import com.truevault.agent.AgentReport.Node;
import com.truevault.agent.AgentReport.Presence;
import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.device.Device;
import com.truevault.device.DeviceFixture;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.server.ServerKey;
import com.truevault.user.User;
import com.truevault.wireguard.PublicKey;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentPagesTest {
  private static final ServerKey TORONTO = new ServerKey("toronto");
  private static final String PAGE = "/admin/servers/toronto";

  private final Visits visits = new Visits();
  private final TrueVault vault = visits.host().vault();
  private String token = "";

  @BeforeEach
  void aServerAndWhoLooksAfterIt() {
    token = visits.token(visits.administrator());
    visits.addServer();
  }

  @AfterEach
  void close() {
    visits.close();
  }

  private void enrol() {
    vault.agents().enrol(vault.agents().invite("test", TORONTO).token(), "agent/1.2.3");
    vault.peerLists().publish();
  }

  private PeerList newest() {
    return vault.peerLists().current(TORONTO).orElseThrow();
  }

  private Presence allThere() {
    int peers = newest().peers().size();
    return new Presence(peers, peers, 0, List.of(), List.of());
  }

  private void report(Presence presence, @Nullable Refusal refusal) {
    PublicKey key = vault.servers().require(TORONTO).publicKey();
    report(
        newest().version(),
        presence,
        new Node(key, 51820, 12_000_000_000L, Duration.ZERO),
        refusal);
  }

  private void report(
      ListVersion applied, Presence presence, Node node, @Nullable Refusal refusal) {
    vault
        .agentReports()
        .receive(
            TORONTO,
            new AgentReport(
                "agent/1.2.3",
                applied,
                visits.host().clock().instant(),
                presence,
                node,
                refusal,
                List.of()));
  }

  private String page() {
    return visits.get(PAGE, token);
  }

  @Test
  void showsAnEnrolmentTokenOnceWithTheCommandThatUsesIt() {
    assertTrue(page().contains("No agent"), page());

    String invited = visits.post(PAGE + "/agent/invite", token, "").body();

    Matcher command =
        Pattern.compile("truevault agent enrol --panel (\\S+) --token ([\\w.=-]+)")
            .matcher(invited);
    assertTrue(command.find(), invited);
    assertEquals(visits.host().url(), command.group(1));
    assertFalse(page().contains(command.group(2)));
    assertEquals(TORONTO, vault.agents().enrol(command.group(2), "agent/1").server());
    assertTrue(page().contains("Waiting for the first report"), page());
  }

  @Test
  void saysWhatIsWantedWhatIsPresentAndHowOldThatIs() {
    enrol();
    report(allThere(), null);
    visits.host().clock().advance(Duration.ofSeconds(3));

    String page = page();
    assertTrue(page.contains("wanted 1 · present 1 · 3 s ago"), page);
    assertTrue(page.contains("Delivered"), page);
    assertTrue(page.contains("agent/1.2.3"), page);
    assertTrue(page.contains("12 GB free"), page);
    assertTrue(page.contains(newest().version() + ", the newest"), page);
    String servers = visits.get("/admin/servers", token);
    assertTrue(servers.contains("wanted 1 · present 1 · 3 s ago"), servers);
    assertFalse(visits.get("/admin", token).contains("Toronto: "));
  }

  @Test
  void namesAServerInTroubleWhereverAdministratorsLook() {
    enrol();
    report(allThere(), null);
    visits.host().clock().advance(Duration.ofMinutes(5));

    assertTrue(page().contains("Silent for 5 min"), page());
    assertTrue(page().contains("truevault agent doctor"), page());
    assertTrue(visits.get("/admin/servers", token).contains("Silent for 5 min"));
    String overview = visits.get("/admin", token);
    assertTrue(overview.contains("Toronto: Silent for 5 min."), overview);
    assertTrue(overview.contains("href=\"/admin/servers/toronto#agent\""), overview);
  }

  @Test
  void warnsOfAWrongKeyPortClockAndDisk() {
    enrol();
    Node node = new Node(DeviceFixture.key(77), 4711, 5_000_000, Duration.ofMinutes(-3));
    report(newest().version(), allThere(), node, null);

    String page = page();
    assertTrue(page.contains("another key than this server"), page);
    assertTrue(page.contains(DeviceFixture.key(77).base64()), page);
    assertTrue(page.contains("another port than this server"), page);
    assertTrue(page.contains("180 s behind") || page.contains("3 min behind"), page);
    assertTrue(page.contains("nearly full"), page);
  }

  @Test
  void namesDevicesThatArePaidButOffOrUnpaidButOnWithTheirUsers() {
    User ann = visits.customer("ann@example.com");
    User ben = visits.customer("ben@example.com");
    visits.subscribe(ann);
    visits.subscribe(ben);
    Device paid = visits.addDevice(ann, "Ann's phone");
    Device unpaid = visits.addDevice(ben, "Ben's phone");
    vault.users().block("test", ben, "unpaid");
    enrol();
    report(
        new Presence(
            2, 1, 2, List.of(paid.publicKey()), List.of(unpaid.publicKey(), DeviceFixture.key(99))),
        null);

    String page = page();
    assertTrue(page.contains("Paid but off: 1"), page);
    assertTrue(page.contains(link(ann, paid) + "Ann's phone</a>"), page);
    assertTrue(page.contains(link(ben, unpaid) + "Ben's phone</a>"), page);
    assertTrue(page.contains(DeviceFixture.key(99).base64()), page);
    assertTrue(page.contains("ben@example.com"), page);
  }

  private static String link(User user, Device device) {
    return "href=\"/admin/users/" + user.publicId() + "#device-" + device.id() + "\">";
  }

  @Test
  void confirmsAShrinkageOnlyWhenTheKeyOfTheServerIsTyped() {
    enrol();
    ListVersion refused = newest().version();
    report(
        new Presence(812, 812, 0, List.of(), List.of()),
        new Refusal(RefusalKind.SHRINKAGE, "811 of 812 peers would go", refused));

    String page = page();
    assertTrue(page.contains("Confirm: 811 peers may go"), page);
    assertTrue(page.contains("811 of 812 peers would go"), page);
    String form = "version=" + refused + "&confirmation=";
    assertEquals(
        PAGE + "?note=agent.unconfirmed",
        location(visits.post(PAGE + "/agent/confirm", token, form + "yes")));
    assertEquals(null, newest().confirmed());

    assertEquals(
        PAGE + "?done=agent.confirmed",
        location(visits.post(PAGE + "/agent/confirm", token, form + "toronto")));

    assertEquals(1, Objects.requireNonNull(newest().confirmed()).peers());
    assertFalse(page().contains("peers may go"), page());
    assertEquals(
        PAGE + "?note=agent.changed",
        location(visits.post(PAGE + "/agent/confirm", token, form + "toronto")));
  }

  @Test
  void asksAgainForAListThatShrankSinceItWasConfirmed() {
    User ann = visits.customer("ann@example.com");
    visits.subscribe(ann);
    visits.addDevice(ann, "Ann's phone");
    enrol();
    vault.peerLists().publish();
    vault.peerLists().confirmShrinkage("ada", TORONTO, newest().version());
    vault.users().block("test", ann, "unpaid");
    vault.peerLists().publish();
    ListVersion refused = newest().version();
    report(
        new Presence(812, 812, 0, List.of(), List.of()),
        new Refusal(RefusalKind.SHRINKAGE, "811 of 812 peers would go", refused));

    assertTrue(page().contains("Confirm: 811 peers may go"), page());
  }

  @Test
  void startsANewEpochWhereListsAreRefusedAsOlder() {
    enrol();
    ListVersion before = newest().version();
    report(allThere(), new Refusal(RefusalKind.OLDER_GENERATION, "1.1 after 1.9", before));
    assertTrue(page().contains("Start a new epoch"), page());

    visits.post(PAGE + "/agent/epoch", token, "");

    assertTrue(newest().version().epoch() > before.epoch());
  }

  @Test
  void shutsAnAgentOut() {
    enrol();

    visits.post(PAGE + "/agent/revoke", token, "");

    assertTrue(vault.agents().find(TORONTO).isEmpty());
    assertTrue(page().contains("No agent"), page());
  }

  @Test
  void saysOfEveryRefusalWhatItIsAndWhatToDo() {
    Messages messages = new Messages(Locale.ENGLISH);
    for (RefusalKind kind : RefusalKind.values()) {
      assertFalse(messages.text("refusal." + Words.key(kind)).isEmpty());
      assertFalse(messages.text("refusal." + Words.key(kind) + ".step").isEmpty());
    }
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }
}
