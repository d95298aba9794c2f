package com.truevault.wireguard.agent;

import static com.truevault.wireguard.agent.Lists.peer;
import static com.truevault.wireguard.agent.Lists.peers;
import static com.truevault.wireguard.agent.Lists.publicKey;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.agent.AgentReport;
import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import com.truevault.wireguard.list.PeerListWriter;
import com.truevault.wireguard.network.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentTest {
  @TempDir Path folder;

  private final Lists lists = new Lists();
  private final SettableClocks time = new SettableClocks();
  private final InMemoryKernel kernel = new InMemoryKernel();
  private final List<String> log = new ArrayList<>();

  @Test
  void touchesOnlyThePeersThatDiffer() throws IOException {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    agent.receive(lists.answer(lists.list(2, peers(3, 13))));

    Difference last = kernel.changes().get(1);
    assertEquals(List.of(peer(12)), last.set());
    assertEquals(List.of(publicKey(2)), last.remove());
    assertEquals(keys(3, 13), kernel.read().peers().keySet());
    assertNull(agent.trouble());
  }

  @Test
  void doesNothingWhenTheKernelAgrees() {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    agent.receive(lists.answer(lists.list(2, peers(2, 12))));
    time.pass(Duration.ofMinutes(1));
    agent.watch();
    assertEquals(1, kernel.changes().size());
  }

  @Test
  void bringsEverybodyBackAtOnceWhenTheInterfaceWasMadeAnew() throws IOException {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    kernel.recreate();
    agent.watch();
    assertEquals(keys(2, 12), kernel.read().peers().keySet());
  }

  @Test
  void repairsWhatWasDoneByHandWithin20Seconds() throws IOException {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    kernel.removeByHand(publicKey(5));
    agent.watch();
    assertFalse(kernel.read().peers().containsKey(publicKey(5)));
    time.pass(Agent.COMPARE_EVERY);
    agent.watch();
    assertEquals(keys(2, 12), kernel.read().peers().keySet());
  }

  @Test
  void reportsForeignPeersAndLeavesThemAlone() throws IOException {
    kernel.addByHand(peer(500));
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    AgentReport.Presence presence = agent.report("1").content().presence();
    assertEquals(1, presence.unexpected());
    assertEquals(List.of(publicKey(500)), presence.strangers());
    assertTrue(kernel.read().peers().containsKey(publicKey(500)));
  }

  @Test
  void removesForeignPeersIfTheOperatorSaysSo() throws IOException {
    kernel.addByHand(peer(500));
    Agent agent = started();
    agent.receive(lists.answer(removingForeign(lists.list(1, peers(2, 12)))));
    assertEquals(keys(2, 12), kernel.read().peers().keySet());
  }

  @Test
  void removesWhoLeftEvenIfSomebodyPutsThemBackWeeksLater() throws IOException {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    agent.receive(lists.answer(lists.list(2, peers(3, 12))));
    time.pass(Duration.ofDays(30));
    kernel.addByHand(peer(2));
    started().watch();
    assertEquals(keys(3, 12), kernel.read().peers().keySet());
  }

  @Test
  void takesNothingFromAPeerThatAnUnparsableEntryMayMean() throws IOException {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    String next = new String(PeerListWriter.bytes(lists.list(2, peers(2, 11))), UTF_8);
    PresharedKey secret = Objects.requireNonNull(peer(5).presharedKey());
    receive(agent, next.replace(secret.base64(), "short"));
    assertTrue(kernel.read().peers().containsKey(publicKey(5)), "known by its key");
    assertFalse(kernel.read().peers().containsKey(publicKey(11)), "left in earnest");
    assertEquals(RefusalKind.UNPARSABLE_PEER, trouble(agent).kind());

    receive(
        agent,
        next.replace("\"generation\":2", "\"generation\":3")
            .replace(peer(6).publicKey().base64(), "?"));
    assertTrue(kernel.read().peers().containsKey(publicKey(6)), "known by its address");
  }

  @Test
  void removesNobodyWhileAnEntryCouldMeanAnyone() throws IOException {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    String next = new String(PeerListWriter.bytes(lists.list(2, peers(2, 11))), UTF_8);
    receive(agent, next.replace("\"peers\":[", "\"peers\":[17,"));
    assertEquals(keys(2, 12), kernel.read().peers().keySet());
    agent.receive(lists.answer(lists.list(3, peers(2, 11))));
    assertEquals(keys(2, 11), kernel.read().peers().keySet());
    assertNull(agent.trouble());
  }

  @Test
  void appliesTheKeptListWithoutThePanelEvenIfItExpired() throws IOException {
    started().receive(lists.answer(lists.list(1, peers(2, 12))));
    kernel.recreate();
    time.pass(Duration.ofDays(10));
    Agent agent = started();
    assertEquals(keys(2, 12), kernel.read().peers().keySet());
    assertEquals(RefusalKind.EXPIRED, trouble(agent).kind());
    assertEquals(new ListVersion(1, 1), agent.report("1").content().applied());
  }

  @Test
  void reportsADamagedArchiveAndNeverAppliesIt() throws IOException {
    started().receive(lists.answer(lists.list(1, peers(2, 12))));
    Path file = folder.resolve(ListArchive.LIST);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    kernel.recreate();
    Agent agent = started();
    assertTrue(kernel.read().peers().isEmpty());
    assertEquals(RefusalKind.DISK_FAILED, trouble(agent).kind());
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    assertEquals(keys(2, 12), kernel.read().peers().keySet());
    assertNull(agent.trouble());
  }

  @Test
  void neverAcceptsAnOlderListThoughTheArchiveIsDamaged() throws IOException {
    started().receive(lists.answer(lists.list(7, peers(2, 12))));
    Files.writeString(folder.resolve(ListArchive.LIST), "rubbish");
    Agent agent = started();
    agent.receive(lists.answer(lists.list(6, peers(2, 12))));
    assertEquals(RefusalKind.OLDER_GENERATION, trouble(agent).kind());
  }

  @Test
  void neverAcceptsAnOlderListThoughTheStateIsLost() throws IOException {
    started().receive(lists.answer(lists.list(7, peers(2, 12))));
    Files.delete(folder.resolve(ListArchive.STATE));
    Agent agent = started();
    agent.receive(lists.answer(lists.list(6, peers(2, 12))));
    assertEquals(RefusalKind.OLDER_GENERATION, trouble(agent).kind());
  }

  @Test
  void keepsTheListOnceTheDiskHasRoomAgain() throws IOException {
    Path state = folder.resolve("state");
    Files.writeString(state, "");
    Agent agent = agent(state);
    agent.start();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    Files.delete(state);
    time.pass(Agent.COMPARE_EVERY);
    agent.watch();
    assertNull(agent.trouble());
    assertTrue(Files.exists(state.resolve(ListArchive.LIST)));
  }

  @Test
  void worksOnWithAFullDisk() throws IOException {
    Path notAFolder = folder.resolve("file");
    Files.writeString(notAFolder, "");
    Agent agent = agent(notAFolder.resolve("state"));
    agent.start();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    assertEquals(keys(2, 12), kernel.read().peers().keySet());
    assertEquals(RefusalKind.DISK_FAILED, trouble(agent).kind());
  }

  @Test
  void saysThatTheInterfaceIsGoneAndGoesOnWhenItIsBack() throws IOException {
    kernel.vanish(true);
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    assertEquals(RefusalKind.INTERFACE_FAILED, trouble(agent).kind());
    assertNull(agent.report("1").content().applied());
    kernel.vanish(false);
    agent.watch();
    assertEquals(keys(2, 12), kernel.read().peers().keySet());
    assertNull(agent.trouble());
  }

  @Test
  void reportsNobodyPresentOnAnInterfaceThatIsGoneAndReportsItOnce() throws InterruptedException {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    kernel.vanish(true);
    agent.watch();
    AgentReport.Presence presence = agent.report("1").content().presence();
    assertEquals(10, presence.wanted());
    assertEquals(0, presence.present());

    agent.changes().await(Duration.ofMinutes(1));
    time.pass(Agent.RETRY_AFTER);
    agent.watch();
    assertFalse(agent.changes().isRung(), "the same again is no news");
  }

  @Test
  void keepsTimeByTheClockThatDoesNotJump() throws IOException {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    time.jump(Duration.ofDays(-1));
    kernel.removeByHand(publicKey(5));
    time.pass(Agent.COMPARE_EVERY);
    agent.watch();
    assertEquals(keys(2, 12), kernel.read().peers().keySet());
    time.jump(Duration.ofDays(2));
    agent.receive(lists.answer(lists.list(2, peers(2, 13))));
    assertEquals(keys(2, 13), kernel.read().peers().keySet());
  }

  @Test
  void setsASecretAnewWhenItChanged() {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 4))));
    Peer changed =
        new Peer(publicKey(3), new PresharedKey(publicKey(77).base64()), peer(3).allowedIps());
    agent.receive(lists.answer(lists.list(2, List.of(peer(2), changed))));
    assertEquals(List.of(changed), kernel.changes().get(1).set());
  }

  @Test
  void givesAnAddressToItsNewOwner() throws IOException {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 4))));
    Peer heir = new Peer(publicKey(99), peer(3).presharedKey(), peer(3).allowedIps());
    agent.receive(lists.answer(lists.list(2, List.of(peer(2), heir))));
    assertEquals(Set.of(publicKey(2), publicKey(99)), kernel.read().peers().keySet());
    assertTrue(kernel.read().has(heir));
  }

  @Test
  void reportsCountersThatChangedSinceTheLastReportThatArrived() {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    assertEquals(List.of(), agent.report("1").content().sightings());
    kernel.count(publicKey(4), time.now().getEpochSecond() - 7, 100, 200);
    time.pass(Agent.COMPARE_EVERY);
    agent.watch();
    Report lost = agent.report("1");
    assertEquals(1, lost.content().sightings().size());
    Report arrived = agent.report("1");
    assertEquals(publicKey(4), arrived.content().sightings().get(0).publicKey());
    assertEquals(Duration.ofSeconds(27), arrived.content().sightings().get(0).handshakeAge());
    agent.acknowledge(arrived);
    assertEquals(List.of(), agent.report("1").content().sightings());
  }

  @Test
  void reportsTheLastCountersOfWhoWasRemoved() {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    kernel.count(publicKey(4), 1, 100, 200);
    List<Peer> rest = new ArrayList<>(peers(2, 12));
    rest.remove(peer(4));
    agent.receive(lists.answer(lists.list(2, rest)));
    Report farewell = agent.report("1");
    assertEquals(200, farewell.content().sightings().get(0).sentBytes());
    agent.acknowledge(farewell);
    assertEquals(List.of(), agent.report("1").content().sightings());
  }

  @Test
  void reportsTheLastCountersBeforeTheNewOnesOfWhoIsBack() {
    Agent agent = started();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    kernel.count(publicKey(4), 1, 100, 200);
    List<Peer> rest = new ArrayList<>(peers(2, 12));
    rest.remove(peer(4));
    agent.receive(lists.answer(lists.list(2, rest)));
    agent.receive(lists.answer(lists.list(3, peers(2, 12))));
    kernel.count(publicKey(4), 2, 5, 6);
    time.pass(Agent.COMPARE_EVERY);
    agent.watch();

    List<Long> sent = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Report report = agent.report("1");
      report.content().sightings().forEach(sighting -> sent.add(sighting.sentBytes()));
      agent.acknowledge(report);
    }
    assertEquals(List.of(200L, 6L), sent);
  }

  @Test
  void changesNothingOnceItWasStopped() throws IOException {
    Agent agent = started();
    agent.stop();
    agent.receive(lists.answer(lists.list(1, peers(2, 12))));
    assertTrue(kernel.read().peers().isEmpty());
  }

  @Test
  void logsEachTroubleOnceAndItsEnd() {
    Agent agent = started();
    for (int i = 0; i < 5; i++) {
      agent.receive(new Answer.Unreachable("connection refused"));
    }
    agent.receive(new Answer.Received(304, new byte[0]));
    assertEquals(List.of("unreachable: connection refused", "over: unreachable"), log);
  }

  private void receive(Agent agent, String json) {
    agent.receive(new Answer.Received(200, lists.signed(json)));
  }

  private Agent started() {
    Agent agent = agent(folder);
    agent.start();
    return agent;
  }

  private Agent agent(Path state) {
    return new Agent(lists.identity, state, kernel, time.clocks(), log::add);
  }

  private static Refusal trouble(Agent agent) {
    Refusal trouble = agent.trouble();
    assertNotNull(trouble);
    return trouble;
  }

  private static Set<PublicKey> keys(int from, int to) {
    return peers(from, to).stream()
        .map(Peer::publicKey)
        .collect(java.util.stream.Collectors.toSet());
  }

  private static PeerList removingForeign(PeerList list) {
    return new PeerList(
        list.server(),
        list.version(),
        list.issuedAt(),
        list.expiresAt(),
        list.plan(),
        true,
        list.confirmed(),
        list.peers());
  }
}
