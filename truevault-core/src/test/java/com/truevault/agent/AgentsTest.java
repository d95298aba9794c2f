package com.truevault.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.ErrorKind;
import com.truevault.TrueVaultException;
import com.truevault.audit.AuditEntry;
import com.truevault.secret.TokenHash;
import com.truevault.server.ServerFixture;
import com.truevault.server.ServerKey;
import com.truevault.store.PageRequest;
import com.truevault.testing.Race;
import com.truevault.testing.VaultFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentsTest {
  private static final ServerKey NEW_YORK = ServerFixture.NEW_YORK.key();

  private final VaultFixture fixture = new VaultFixture();
  private final Agents agents = fixture.vault().agents();

  @BeforeEach
  void addServer() {
    fixture.server(ServerFixture.NEW_YORK);
  }

  private String token() {
    return agents.invite("public-id-of-ada", NEW_YORK).token();
  }

  private static void assertRefused(String token, Agents agents) {
    TrueVaultException refusal =
        assertThrows(TrueVaultException.class, () -> agents.enrol(token, "1.0"));
    assertEquals(ErrorKind.UNAUTHENTICATED, refusal.kind());
    assertEquals("enrolment-token-invalid", refusal.code());
    assertTrue(String.valueOf(refusal.getMessage()).contains("truevault admin server enrol"));
  }

  @Test
  void exchangesATokenOnceForACredentialOfWhichTheHashAloneRests() {
    String token = token();
    Agents.Enrolled enrolled = agents.enrol(token, "1.0");

    assertEquals(NEW_YORK, enrolled.server());
    assertEquals(Optional.of(NEW_YORK), agents.authenticate(enrolled.credential()));
    assertEquals(43, enrolled.credential().length(), "256 bits in base64url");
    assertEquals(
        TokenHash.of(enrolled.credential()), agents.find(NEW_YORK).orElseThrow().credential());
    assertFalse(enrolled.toString().contains(enrolled.credential()));
    assertRefused(token, agents);
    assertEquals(List.of("agent enrolled new_york"), audited("server.enrolled", "enrolled"));
    assertEquals(
        List.of("public-id-of-ada invited new_york"), audited("server.agent-invited", "invited"));
  }

  @Test
  void refusesATokenThatIsTooOldForgedOrSomebodyElses() {
    String token = token();
    fixture.clock().advance(Duration.ofMinutes(30));

    assertRefused(token, agents);
    assertRefused("", agents);
    assertRefused("sealed.k1.AAAA", agents);
    assertRefused(token().replaceFirst(".$", "!"), agents);
    assertRefused("x" + token(), agents);
  }

  @Test
  void mintsTokensThatAShellTakesAsOneWord() {
    for (int round = 0; round < 50; round++) {
      EnrolmentTokens.Minted minted = agents.invite("ada", NEW_YORK);
      assertTrue(minted.token().matches("[A-Za-z0-9._-]+"), minted.token());
      assertFalse(minted.toString().contains(minted.token()));
    }
  }

  @Test
  void invitesNobodyToAServerThatIsNotThere() {
    assertEquals(
        ErrorKind.NOT_FOUND,
        assertThrows(TrueVaultException.class, () -> agents.invite("ada", new ServerKey("nowhere")))
            .kind());
  }

  @Test
  void letsOneOfManyJoinWithTheSameToken() {
    String token = token();

    assertEquals(1, Race.of(6, () -> agents.enrol(token, "1.0")).successes());
  }

  @Test
  void putsAnEarlierAgentOutWhenAnotherJoins() {
    String before = agents.enrol(token(), "1.0").credential();
    String after = agents.enrol(token(), "1.0").credential();

    assertEquals(Optional.empty(), agents.authenticate(before));
    assertEquals(Optional.of(NEW_YORK), agents.authenticate(after));
  }

  @Test
  void keepsACredentialUntilTheNewOneWasUsed() {
    String old = agents.enrol(token(), "1.0").credential();
    String lost = agents.rotate(old);
    String fresh = agents.rotate(old);
    assertNotEquals(lost, fresh);

    assertEquals(Optional.of(NEW_YORK), agents.authenticate(old));
    assertEquals(Optional.empty(), agents.authenticate(lost), "its answer never arrived");
    assertEquals(Optional.of(NEW_YORK), agents.authenticate(fresh));
    assertEquals(Optional.empty(), agents.authenticate(old), "the new one was used");
    assertEquals(Optional.of(NEW_YORK), agents.authenticate(fresh));
    assertThrows(TrueVaultException.class, () -> agents.rotate(old));
  }

  @Test
  void shutsAnAgentOut() {
    String credential = agents.enrol(token(), "1.0").credential();

    agents.revoke("public-id-of-ada", NEW_YORK);

    assertEquals(Optional.empty(), agents.authenticate(credential));
    assertEquals(
        "agent-not-enrolled",
        assertThrows(TrueVaultException.class, () -> agents.revoke("ada", NEW_YORK)).code());
    assertEquals(
        List.of("public-id-of-ada revoked new_york"), audited("server.agent-revoked", "revoked"));
  }

  private List<String> audited(String action, String verb) {
    return fixture.vault().audit().list(action, PageRequest.first()).items().stream()
        .map((AuditEntry entry) -> entry.actor() + " " + verb + " " + entry.subject())
        .toList();
  }
}
