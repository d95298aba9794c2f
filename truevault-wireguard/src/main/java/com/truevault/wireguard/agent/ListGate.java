package com.truevault.wireguard.agent;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.truevault.agent.Refusal;
import com.truevault.agent.RefusalKind;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.peer.Shrinkage;
import com.truevault.wireguard.list.PeerListReader;
import com.truevault.wireguard.list.Reading;
import com.truevault.wireguard.list.SignedList;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** Decides whether an answer is a list to be applied. Decides alike whenever asked alike. */
final class ListGate {
  /** How far ahead of this clock a list may have been signed. */
  static final Duration CLOCK_TOLERANCE = Duration.ofHours(1);

  private static final String MARK = "truevault-peers/";

  private final PanelIdentity panel;

  ListGate(PanelIdentity panel) {
    this.panel = panel;
  }

  Decision decide(Answer answer, Reference reference, Instant now) {
    if (answer instanceof Answer.Unreachable unreachable) {
      return refused(RefusalKind.UNREACHABLE, unreachable.reason());
    }
    if (answer instanceof Answer.CutOff cutOff) {
      return refused(RefusalKind.TRUNCATED, cutOff.reason());
    }
    Answer.Received received = (Answer.Received) answer;
    return switch (received.status()) {
      case 200 -> decide(received.body(), reference, now);
      case 304 -> new Decision.Unchanged();
      case 401 ->
          refused(
              RefusalKind.HTTP_ERROR,
              "the panel answered 401: it does not know this agent; enrol it once more");
      default ->
          refused(
              RefusalKind.HTTP_ERROR,
              "the panel answered " + received.status() + " instead of 200");
    };
  }

  /** A list as it rests on the disk; times and versions do not matter there. */
  Reading reopen(byte[] kept) {
    SignedList signed = SignedList.parse(kept);
    if (signed == null || !signed.isWhole() || !signed.isSignedBy(panel.listKey())) {
      return new Reading.NotAList("its signature does not fit");
    }
    Reading reading = PeerListReader.read(signed.text());
    return reading instanceof Reading.Complete complete && !isOurs(complete.list())
        ? new Reading.NotAList("it is the list of " + complete.list().server())
        : reading;
  }

  private Decision decide(byte[] body, Reference reference, Instant now) {
    SignedList signed = SignedList.parse(body);
    if (signed == null) {
      return withoutEnvelope(new String(body, StandardCharsets.ISO_8859_1).strip());
    }
    if (!signed.isWhole()) {
      return refused(
          RefusalKind.TRUNCATED, "the list does not end where it says; " + body.length + " bytes");
    }
    if (!signed.isSignedBy(panel.listKey())) {
      return refused(
          RefusalKind.WRONG_SIGNATURE,
          "the list is not signed by this panel's key; if that was changed, enrol once more");
    }
    Reading reading = PeerListReader.read(signed.text());
    if (reading instanceof Reading.NotJson notJson) {
      return refused(RefusalKind.NOT_JSON, notJson.reason());
    }
    if (reading instanceof Reading.NotAList notAList) {
      return refused(RefusalKind.NOT_A_LIST, notAList.reason());
    }
    return reading instanceof Reading.Complete complete
        ? decide(complete, reference, now)
        : refused(RefusalKind.NULL_LIST, "the signed text is null");
  }

  private static Decision withoutEnvelope(String text) {
    if (text.isEmpty()) {
      return refused(RefusalKind.EMPTY, "the panel answered 200 with nothing");
    }
    if (text.equals("null")) {
      return refused(RefusalKind.NULL_LIST, "the panel answered 200 with null");
    }
    if (text.startsWith("<")) {
      return refused(RefusalKind.HTTP_ERROR, "the panel answered 200 with a page, not a list");
    }
    if (MARK.startsWith(text) || (text.startsWith(MARK) && text.indexOf('\n') < 0)) {
      return refused(
          RefusalKind.TRUNCATED, "the list ends within its first line; " + text.length());
    }
    return isJson(text)
        ? refused(RefusalKind.NOT_A_LIST, "the answer is JSON without a signature")
        : refused(RefusalKind.NOT_JSON, "the answer is neither a signed list nor JSON");
  }

  private static boolean isJson(String text) {
    JsonReader json = new JsonReader(new StringReader(text));
    json.setStrictness(Strictness.STRICT);
    try {
      json.skipValue();
      return json.peek() == JsonToken.END_DOCUMENT;
    } catch (IOException | IllegalStateException e) {
      return false;
    }
  }

  private Decision decide(Reading.Complete reading, Reference reference, Instant now) {
    PeerList list = reading.list();
    if (!isOurs(list)) {
      return refused(
          RefusalKind.NOT_A_LIST,
          "the list is for " + list.server() + ", this is " + panel.server(),
          list);
    }
    ListVersion newest = reference.newest();
    if (newest != null && newest.isNewerThan(list.version())) {
      return refused(
          RefusalKind.OLDER_GENERATION,
          "the list is " + list.version() + ", but " + newest + " was accepted before",
          list);
    }
    PeerList inForce = reference.inForce();
    if (inForce != null
        && inForce.version().equals(list.version())
        && !list.issuedAt().isAfter(inForce.issuedAt())) {
      return new Decision.Unchanged();
    }
    return inTime(reading, reference, now);
  }

  private static Decision inTime(Reading.Complete reading, Reference reference, Instant now) {
    PeerList list = reading.list();
    if (!now.isBefore(list.expiresAt())) {
      return refused(
          RefusalKind.EXPIRED,
          "the list expired at " + list.expiresAt() + ", it is " + now + "; check both clocks",
          list);
    }
    if (list.issuedAt().isAfter(now.plus(CLOCK_TOLERANCE))) {
      return refused(
          RefusalKind.EXPIRED,
          "the list is of " + list.issuedAt() + ", it is only " + now + "; check both clocks",
          list);
    }
    if (list.peers().isEmpty()) {
      return reading.unparsable().isEmpty()
          ? refused(RefusalKind.EMPTY, "the list has no peers, not even the probe", list)
          : refused(
              RefusalKind.UNPARSABLE_PEER,
              "not one peer makes sense; " + reading.unparsable().get(0).text(),
              list);
    }
    return ofSize(reading, reference, now);
  }

  private static Decision ofSize(Reading.Complete reading, Reference reference, Instant now) {
    PeerList list = reading.list();
    Reference.Loss loss = reference.loss(reading, now);
    Shrinkage confirmed = list.confirmed();
    if (loss.isSudden() && (confirmed == null || list.peers().size() < confirmed.peers())) {
      return refused(
          RefusalKind.SHRINKAGE,
          loss.gone()
              + " of "
              + loss.of()
              + " peers would be gone within an hour; confirm it in the panel if it is meant so",
          list);
    }
    return new Decision.Accepted(reading, loss.isSudden());
  }

  private boolean isOurs(PeerList list) {
    return list.server().equals(panel.server());
  }

  private static Decision refused(RefusalKind kind, String detail) {
    return new Decision.Refused(new Refusal(kind, detail, null));
  }

  private static Decision refused(RefusalKind kind, String detail, PeerList list) {
    return new Decision.Refused(new Refusal(kind, detail, list.version()));
  }
}
