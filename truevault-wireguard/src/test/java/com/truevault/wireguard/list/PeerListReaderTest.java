package com.truevault.wireguard.list;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.peer.InterfacePlan;
import com.truevault.peer.ListVersion;
import com.truevault.peer.PeerList;
import com.truevault.peer.Shrinkage;
import com.truevault.server.ServerKey;
import com.truevault.wireguard.AllowedIp;
import com.truevault.wireguard.Peer;
import com.truevault.wireguard.PresharedKey;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeerListReaderTest {
  private static final String KEY = "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=";
  private static final String OTHER = "TrMvSoP4jYQlY6RIzBgbssQqY3vxI2Pi+y71lOWWXX0=";
  private static final PeerList LIST =
      new PeerList(
          new ServerKey("here"),
          new ListVersion(3, 14),
          Instant.parse("2026-11-25T10:00:00.123Z"),
          Instant.parse("2026-11-28T10:00:00.123Z"),
          new InterfacePlan(
              new PublicKey(KEY), 51820, List.of("10.8.0.1/14", "fd12:3456:789a::1/64"), 1420),
          true,
          new Shrinkage("admin", Instant.parse("2026-11-25T09:59:00Z"), 2),
          List.of(
              peer(OTHER, "10.8.0.2/32", "fd12:3456:789a::2/128"),
              new Peer(new PublicKey(KEY), null, List.of(new AllowedIp("10.8.0.3/32")))));

  private final String json = new String(PeerListWriter.bytes(LIST), UTF_8);

  @Test
  void readsWhatTheWriterWrote() {
    assertEquals(new Reading.Complete(LIST, List.of()), read(json));
  }

  @Test
  void passesOverWhatANewerPanelMaySay() {
    String newer =
        json.replace("\"peers\"", "\"later\":{\"a\":[1,{}]},\"peers\"")
            .replace("\"allowedIps\"", "\"limit\":5,\"allowedIps\"");
    assertEquals(new Reading.Complete(LIST, List.of()), read(newer));
  }

  @Test
  void tellsNullOtherJsonAndNoJsonApart() {
    assertInstanceOf(Reading.Null.class, read("null"));
    for (String text : List.of("true", "[]", "{}", "\"x\"", "7")) {
      assertInstanceOf(Reading.NotAList.class, read(text), text);
    }
    for (String text : List.of("", "nul", "{", "<html>", "null null", json + "x", "\u0000")) {
      assertInstanceOf(Reading.NotJson.class, read(text), text);
    }
  }

  @Test
  void needsEveryMemberOnceAndInItsRange() {
    for (String[] change :
        new String[][] {
          {"\"server\":\"here\"", "\"server\":\"Not a key\""},
          {"\"epoch\":3", "\"epoch\":0"},
          {"\"epoch\":3", "\"epoch\":\"three\""},
          {"\"epoch\":3,", ""},
          {"\"generation\":14", "\"generation\":14,\"generation\":15"},
          {"\"port\":51820", "\"port\":0"},
          {"\"mtu\":1420", "\"mtu\":90000"},
          {"10.8.0.1/14", "10.8.0.1/14; reboot"},
          {"2026-11-25T10", "yesterday"},
          {"\"removesForeign\":true", "\"removesForeign\":\"no\""},
          {"\"peers\":[", "\"peers\":[],\"peers\":["},
        }) {
      assertTrue(json.contains(change[0]), change[0]);
      assertInstanceOf(Reading.NotAList.class, read(json.replace(change[0], change[1])), change[1]);
    }
  }

  @Test
  void skipsSingleEntriesAndSaysWhichAndWhy() {
    assertUnparsable("publicKey is not 32 bytes in base64", OTHER, "short");
    assertUnparsable(
        "allowedIps holds something that is not one address", "10.8.0.2/32", "0.0.0.0/0");
    assertUnparsable(
        "allowedIps is no array", "[\"10.8.0.2/32\",\"fd12:3456:789a:0:0:0:0:2/128\"]", "7");
    assertUnparsable(
        "its key is on the list already", "\"peers\":[", "\"peers\":[" + twin(KEY) + ",");
    assertUnparsable("it is no object", "\"peers\":[", "\"peers\":[null,");
  }

  /** The entry that remains unparsable never repeats what was sent, but for its key. */
  private void assertUnparsable(String reason, String found, String instead) {
    assertTrue(json.contains(found), found);
    Reading.Complete reading =
        assertInstanceOf(
            Reading.Complete.class,
            read(json.replaceFirst(java.util.regex.Pattern.quote(found), instead)),
            reason);
    assertEquals(1, reading.unparsable().size());
    assertEquals(reason, reading.unparsable().get(0).reason());
    assertTrue(reading.list().peers().size() >= 1);
  }

  @Test
  void keepsWhatCanBeReadOfAnUnparsableEntry() {
    UnparsablePeer byAddress = first(json.replaceFirst(OTHER.replace("+", "\\+"), "short"));
    assertEquals(
        List.of(new AllowedIp("10.8.0.2/32"), new AllowedIp("fd12:3456:789a::2/128")),
        byAddress.allowedIps());
    UnparsablePeer byKey = first(json.replaceFirst("10.8.0.2/32", "x"));
    assertEquals(new PublicKey(OTHER), byKey.publicKey());
    assertTrue(first(json.replace("\"peers\":[", "\"peers\":[{},")).couldBeAnyone());
  }

  @Test
  void readsNoTextThatIsTooLong() {
    byte[] text = new byte[PeerListReader.LONGEST + 1];
    Arrays.fill(text, (byte) ' ');
    assertInstanceOf(Reading.NotAList.class, PeerListReader.read(text));
  }

  private UnparsablePeer first(String text) {
    return assertInstanceOf(Reading.Complete.class, read(text)).unparsable().get(0);
  }

  private static String twin(String key) {
    return "{\"publicKey\":\"" + key + "\",\"allowedIps\":[\"10.8.0.9/32\"]}";
  }

  private static Peer peer(String key, String... addresses) {
    return new Peer(
        new PublicKey(key),
        new PresharedKey(KEY),
        Arrays.stream(addresses).map(AllowedIp::new).toList());
  }

  private static Reading read(String text) {
    return PeerListReader.read(text.getBytes(UTF_8));
  }
}
