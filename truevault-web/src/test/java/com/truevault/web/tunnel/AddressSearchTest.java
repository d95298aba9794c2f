package com.truevault.web.tunnel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressSearchTest {
  private final AddressSearch search = new AddressSearch(List.of("198.51.100.21"));

  @TempDir Path folder;

  @Test
  void findsAnAddressAsText() {
    assertEquals(List.of("198.51.100.21 as 198.51.100.21"), search.in(text("to 198.51.100.21:5")));
    assertEquals(List.of("198.51.100.21 as c6336415"), search.in(text("peer c6336415")));
    assertEquals(List.of("198.51.100.21 as 3325256725"), search.in(text("ip=3325256725")));
  }

  @Test
  void findsAnAddressAsBytesInEitherOrder() throws Exception {
    Files.write(folder.resolve("one"), new byte[] {9, (byte) 198, 51, 100, 21, 0});
    Files.write(folder.resolve("two"), new byte[] {21, 100, 51, (byte) 198});
    AddressSearch.Finding finding = search.in(folder);
    assertEquals(2, finding.files());
    assertEquals(10, finding.bytes());
    assertEquals(2, finding.places().size());
  }

  @Test
  void findsNothingInOtherAddresses() {
    assertEquals(List.of(), search.in(text("192.0.2.11 203.0.113.80 198.51.100.2")));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
