package com.truevault.wireguard.agent;

import static com.truevault.wireguard.agent.Lists.peers;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.peer.ListVersion;
import com.truevault.server.ServerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpPanelClientTest {
  @TempDir Path folder;
  private final Lists lists = new Lists();
  private final List<String> log = new ArrayList<>();
  private CredentialFile credential;
  private FakePanel panel;
  private HttpPanelClient client;

  @BeforeEach
  void startPanel() throws IOException {
    panel = new FakePanel(lists);
    credential = new CredentialFile(folder.resolve("state"));
    credential.save(panel.credential(), Lists.START);
    client = new HttpPanelClient(panel.url(), credential);
  }

  @AfterEach
  void stopPanel() {
    panel.close();
  }

  @Test
  void pullsAPackedListOfTenThousand() {
    byte[] signed = lists.signed(lists.list(1, peers(2, 10_002)));
    panel.answers(200, signed);
    assertArrayEquals(signed, received(client.peers(null, Duration.ZERO)).body());
  }

  @Test
  void saysWhatItKnowsAndHowLongItWaits() {
    assertEquals(
        304, received(client.peers(new ListVersion(3, 4), Duration.ofSeconds(50))).status());
    assertEquals(List.of("/api/v1/agent/peers?wait=50 \"3.4\""), panel.requests());
  }

  @Test
  void tellsAnAnswerThatBrokeOffFromNone() {
    panel.breaksOff(lists.signed(lists.list(1, peers(2, 50))));
    assertInstanceOf(Answer.CutOff.class, client.peers(null, Duration.ZERO));
    panel.close();
    assertInstanceOf(Answer.Unreachable.class, client.peers(null, Duration.ZERO));
  }

  @Test
  void readsNoMoreThanAListMayHave() {
    panel.answers(200, new byte[40 << 20]);
    Answer.CutOff cutOff = assertInstanceOf(Answer.CutOff.class, client.peers(null, Duration.ZERO));
    assertTrue(cutOff.reason().contains("longer than any list"), cutOff.reason());
  }

  @Test
  void goesToNoOtherPlace() {
    panel.script(
        (known, exchange) -> {
          exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/elsewhere");
          FakePanel.give(exchange, 302, new byte[0]);
        });
    assertEquals(302, received(client.peers(null, Duration.ZERO)).status());
  }

  @Test
  void sendsReports() throws Exception {
    client.report("{\"software\":\"1\"}".getBytes(UTF_8));
    assertEquals("{\"software\":\"1\"}", panel.reports().take());
  }

  @Test
  void changesItsCredentialAndUsesTheNewOne() throws IOException {
    CredentialRotation rotation =
        new CredentialRotation(
            client, credential, () -> Lists.START.plus(Duration.ofDays(29)), log::add);
    rotation.rotateIfDue();
    assertEquals("first-credential", credential.secret());
    new CredentialRotation(
            client, credential, () -> Lists.START.plus(Duration.ofDays(30)), log::add)
        .rotateIfDue();
    assertEquals("credential-1", credential.secret());
    assertEquals(304, received(client.peers(null, Duration.ZERO)).status());
    assertEquals(List.of("the credential was renewed"), log);
  }

  @Test
  void keepsItsCredentialToItself() throws IOException {
    Path file = folder.resolve("state").resolve(CredentialFile.NAME);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("state"))));
  }

  @Test
  void saysWhyAnEnrolmentWasRefused() {
    Enrolment enrolment = new Enrolment(panel.url(), folder.resolve("new"), () -> Lists.START);
    Exception refused =
        assertThrows(IOException.class, () -> enrolment.enrol("bad-token", null, "1"));
    assertEquals(
        "the panel refused the enrolment with 401: the token is not good; make a new one",
        refused.getMessage());
  }

  @Test
  void asksToEnrolWhereThatWasNotDone() {
    Answer.Unreachable answer =
        assertInstanceOf(
            Answer.Unreachable.class,
            new HttpPanelClient(panel.url(), new CredentialFile(folder.resolve("none")))
                .peers(null, Duration.ZERO));
    assertTrue(answer.reason().contains("truevault agent enrol"), answer.reason());
    assertThrows(IOException.class, () -> new IdentityFile(folder.resolve("none")).read());
  }

  @Test
  void keepsWhatEnrolmentTold() throws IOException {
    Path state = folder.resolve("new");
    PanelIdentity told =
        new Enrolment(panel.url(), state, () -> Lists.START).enrol("good-token", null, "1");
    assertEquals(lists.identity, told);
    assertEquals(told, new IdentityFile(state).read());
    assertEquals("first-credential", new CredentialFile(state).secret());
    assertEquals(Instant.parse("2026-11-25T10:00:00Z"), new CredentialFile(state).givenAt());
  }

  @Test
  void countsListsAnewOnlyForAnotherServerOrPanel() throws IOException {
    Path state = folder.resolve("new");
    Enrolment enrolment = new Enrolment(panel.url(), state, () -> Lists.START);
    enrolment.enrol("good-token", null, "1");
    ListArchive archive = new ListArchive(state);
    archive.save(new byte[] {1}, AgentState.NONE.atLeast(new ListVersion(1, 500)));
    enrolment.enrol("good-token", null, "1");
    assertEquals(new ListVersion(1, 500), archive.state().newest());

    new IdentityFile(state)
        .save(new PanelIdentity(new ServerKey("there"), lists.identity.listKey()));
    enrolment.enrol("good-token", null, "1");
    assertNull(archive.state().newest());
    assertNull(archive.list());
  }

  @Test
  void leavesTheCredentialToItsOwnerWhenRootRenewsIt() throws IOException {
    Path state = folder.resolve("owned");
    CredentialFile credential = new CredentialFile(state);
    credential.save("first", Lists.START);
    Path file = state.resolve(CredentialFile.NAME);
    Assumptions.assumeTrue(
        System.getProperty("user.name").equals("root"), "only root writes for others");
    Files.setAttribute(file, "unix:uid", 4711);
    credential.save("second", Lists.START);
    assertEquals(4711, Files.getAttribute(file, "unix:uid"));
    assertEquals("second", credential.secret());
  }

  private static Answer.Received received(Answer answer) {
    return assertInstanceOf(Answer.Received.class, answer);
  }
}
