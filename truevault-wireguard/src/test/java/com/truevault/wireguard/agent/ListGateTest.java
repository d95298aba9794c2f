package com.truevault.wireguard.agent;

import static com.truevault.wireguard.agent.Lists.START;
import static com.truevault.wireguard.agent.Lists.peer;
import static com.truevault.wireguard.agent.Lists.peers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.peer.Shrinkage;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.list.PeerListWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListGateTest {
  private final Lists lists = new Lists();
  private final ListGate gate = new ListGate(lists.identity);
  private final PeerList inForce = lists.list(5, peers(2, 102));
  private final Reference reference = new Reference(inForce.version(), inForce, Departures.NONE);
  private final Instant now = START.plusSeconds(60);

  @Test
  void acceptsTheNextList() {
    Decision.Accepted accepted =
        assertInstanceOf(Decision.Accepted.class, decide(lists.list(6, peers(2, 103))));
    assertEquals(101, accepted.reading().list().peers().size());
    assertFalse(accepted.isConfirmedShrinkage());
  }

  @Test
  void hasNothingToDoWithTheSameListOrNoneNewer() {
    assertInstanceOf(Decision.Unchanged.class, decide(inForce));
    assertInstanceOf(Decision.Unchanged.class, decide(new Answer.Received(304, new byte[0])));
  }

  @Test
  void takesTheSameVersionThatWasIssuedAnew() {
    PeerList again = lists.list(5, peers(2, 102), START.plusSeconds(30), null);
    assertInstanceOf(Decision.Accepted.class, decide(again));
  }

  @Test
  void tellsWhatIsWrongWithAnAnswer() {
    assertEquals(RefusalKind.UNREACHABLE, kind(new Answer.Unreachable("refused")));
    assertEquals(RefusalKind.HTTP_ERROR, kind(500, "<html>boom</html>"));
    assertEquals(RefusalKind.HTTP_ERROR, kind(302, ""));
    assertEquals(RefusalKind.HTTP_ERROR, kind(401, "{\"code\":\"agent-unknown\"}"));
    assertEquals(RefusalKind.HTTP_ERROR, kind(200, "<!doctype html><p>Sign in to this hotel"));
    assertEquals(RefusalKind.EMPTY, kind(200, ""));
    assertEquals(RefusalKind.EMPTY, kind(200, " \n"));
    assertEquals(RefusalKind.NULL_LIST, kind(200, "null"));
    assertEquals(RefusalKind.NOT_JSON, kind(200, "Bad Gateway"));
    assertEquals(RefusalKind.NOT_A_LIST, kind(200, "{\"peers\":[]}"));
    assertEquals(RefusalKind.NOT_A_LIST, kind(200, "[]"));
    assertEquals(RefusalKind.TRUNCATED, kind(new Answer.CutOff("Premature EOF")));
  }

  @Test
  void seesEveryCut() {
    byte[] whole = lists.signed(lists.list(6, peers(2, 103)));
    for (int length = 1; length < whole.length; length += 97) {
      Answer cut = new Answer.Received(200, Arrays.copyOf(whole, length));
      assertEquals(RefusalKind.TRUNCATED, kind(cut), "cut to " + length);
    }
  }

  @Test
  void tellsWhatIsWrongWithASignedText() {
    assertEquals(RefusalKind.NULL_LIST, kind(lists.signed("null")));
    assertEquals(RefusalKind.NOT_JSON, kind(lists.signed("{\"server\":")));
    assertEquals(RefusalKind.NOT_JSON, kind(lists.signed("")));
    assertEquals(RefusalKind.NOT_JSON, kind(lists.signed("{server:'here'}")));
    assertEquals(RefusalKind.NOT_A_LIST, kind(lists.signed("{}")));
    assertEquals(RefusalKind.NOT_A_LIST, kind(lists.signed("[1]")));
    assertEquals(RefusalKind.NOT_A_LIST, kind(lists.signed("{\"server\":7}")));
  }

  @Test
  void believesNoOtherKey() {
    byte[] foreign = new Lists().signed(lists.list(6, peers(2, 103)));
    assertEquals(RefusalKind.WRONG_SIGNATURE, kind(foreign));
    byte[] changed = lists.signed(lists.list(6, peers(2, 103)));
    changed[changed.length - 3] ^= 1;
    assertEquals(RefusalKind.WRONG_SIGNATURE, kind(changed));
  }

  @Test
  void takesNoOtherServersList() {
    PeerList mine = lists.list(6, peers(2, 103));
    PeerList other =
        new PeerList(
            new ServerKey("there"),
            mine.version(),
            mine.issuedAt(),
            mine.expiresAt(),
            mine.plan(),
            false,
            null,
            mine.peers());
    Refusal refusal = refusal(decide(other));
    assertEquals(RefusalKind.NOT_A_LIST, refusal.kind());
    assertTrue(refusal.detail().contains("there"), refusal.detail());
  }

  @Test
  void neverGoesBack() {
    Refusal refusal = refusal(decide(lists.list(4, peers(2, 103))));
    assertEquals(RefusalKind.OLDER_GENERATION, refusal.kind());
    assertEquals(new ListVersion(1, 4), refusal.version());
  }

  @Test
  void beginsANewEpochWhateverItsGeneration() {
    PeerList list = lists.list(1, peers(2, 103));
    PeerList restored =
        new PeerList(
            list.server(),
            new ListVersion(2, 1),
            list.issuedAt(),
            list.expiresAt(),
            list.plan(),
            false,
            null,
            list.peers());
    assertInstanceOf(Decision.Accepted.class, decide(restored));
  }

  @Test
  void refusesWhatExpiredAndWhatIsOfTomorrow() {
    PeerList next = lists.list(6, peers(2, 103));
    assertEquals(RefusalKind.EXPIRED, kindAt(next, next.expiresAt()));
    assertInstanceOf(Decision.Accepted.class, decideAt(next, next.expiresAt().minusSeconds(1)));
    assertEquals(RefusalKind.EXPIRED, kindAt(next, START.minus(Duration.ofDays(1))));
    assertInstanceOf(
        Decision.Accepted.class, decideAt(next, START.minus(ListGate.CLOCK_TOLERANCE)));
  }

  @Test
  void refusesAListWithoutPeers() {
    assertEquals(RefusalKind.EMPTY, refusal(decide(lists.list(6, List.of()))).kind());
  }

  @Test
  void refusesWhatShrinksSuddenly() {
    assertInstanceOf(Decision.Accepted.class, decide(lists.list(6, peers(12, 102))));
    Refusal refusal = refusal(decide(lists.list(6, peers(13, 102))));
    assertEquals(RefusalKind.SHRINKAGE, refusal.kind());
    assertTrue(refusal.detail().startsWith("11 of 100 peers"), refusal.detail());
  }

  @Test
  void letsFewGoFromAShortList() {
    PeerList ten = lists.list(5, peers(2, 12));
    Reference small = new Reference(ten.version(), ten, Departures.NONE);
    assertInstanceOf(
        Decision.Accepted.class,
        gate.decide(lists.answer(lists.list(6, peers(7, 12))), small, now));
    assertInstanceOf(
        Decision.Refused.class, gate.decide(lists.answer(lists.list(6, peers(8, 12))), small, now));
  }

  @Test
  void believesAnAdministratorAsFarAsTheWordGoes() {
    Shrinkage word = new Shrinkage("admin", START, 50);
    Decision.Accepted accepted =
        assertInstanceOf(
            Decision.Accepted.class, decide(lists.list(6, peers(52, 102), START, word)));
    assertTrue(accepted.isConfirmedShrinkage());
    assertInstanceOf(Decision.Refused.class, decide(lists.list(6, peers(53, 102), START, word)));
  }

  @Test
  void countsAReplacedKeyForNoLoss() {
    List<Peer> rekeyed = new ArrayList<>();
    for (Peer peer : peers(2, 102)) {
      int number = peers(2, 102).indexOf(peer);
      rekeyed.add(new Peer(Lists.publicKey(5000 + number), peer.presharedKey(), peer.allowedIps()));
    }
    assertInstanceOf(Decision.Accepted.class, decide(lists.list(6, rekeyed)));
  }

  @Test
  void catchesALossThatComesDropByDrop() {
    PeerList before = inForce;
    Departures departures = Departures.NONE;
    Instant at = now;
    for (int gone = 4; gone <= 8; gone += 4) {
      PeerList next = lists.list(5 + gone, peers(2 + gone, 102));
      Reference known = new Reference(before.version(), before, departures);
      assertInstanceOf(Decision.Accepted.class, gate.decide(lists.answer(next), known, at));
      departures = departures.after(before, next, false, at);
      before = next;
      at = at.plusSeconds(600);
    }
    PeerList last = lists.list(50, peers(14, 102));
    Reference known = new Reference(before.version(), before, departures);
    assertEquals(RefusalKind.SHRINKAGE, refusal(gate.decide(lists.answer(last), known, at)).kind());
    Instant later = at.plus(Duration.ofHours(1));
    assertInstanceOf(Decision.Accepted.class, gate.decide(lists.answer(last), known, later));
  }

  @Test
  void usesTheRestOfAListWithOneUnparsablePeer() {
    String json =
        new String(PeerListWriter.bytes(lists.list(6, peers(2, 103))), StandardCharsets.UTF_8);
    String broken = json.replace(peer(50).publicKey().base64(), "not a key");
    Decision.Accepted accepted =
        assertInstanceOf(
            Decision.Accepted.class, decide(new Answer.Received(200, lists.signed(broken))));
    assertEquals(100, accepted.reading().list().peers().size());
    assertEquals(49, accepted.reading().unparsable().get(0).position());
    assertEquals(
        "peer 49: publicKey is not 32 bytes in base64",
        accepted.reading().unparsable().get(0).text());
  }

  @Test
  void letsNoUnreadableEntryHideALoss() {
    String json =
        new String(PeerListWriter.bytes(lists.list(6, peers(2, 52))), StandardCharsets.UTF_8);
    String broken = json.replace("\"peers\":[", "\"peers\":[17,");
    assertEquals(RefusalKind.SHRINKAGE, kind(lists.signed(broken)));
  }

  @Test
  void refusesAListInWhichNothingMakesSense() {
    String json =
        new String(PeerListWriter.bytes(lists.list(6, peers(2, 4))), StandardCharsets.UTF_8);
    assertEquals(
        RefusalKind.UNPARSABLE_PEER, kind(lists.signed(json.replace("allowedIps", "allowed"))));
  }

  private Decision decide(PeerList list) {
    return decideAt(list, now);
  }

  private Decision decideAt(PeerList list, Instant at) {
    return gate.decide(lists.answer(list), reference, at);
  }

  private Decision decide(Answer answer) {
    return gate.decide(answer, reference, now);
  }

  private RefusalKind kindAt(PeerList list, Instant at) {
    return refusal(decideAt(list, at)).kind();
  }

  private RefusalKind kind(Answer answer) {
    return refusal(decide(answer)).kind();
  }

  private RefusalKind kind(byte[] body) {
    return kind(new Answer.Received(200, body));
  }

  private RefusalKind kind(int status, String body) {
    return kind(new Answer.Received(status, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static Refusal refusal(Decision decision) {
    return assertInstanceOf(Decision.Refused.class, decision).refusal();
  }
}
