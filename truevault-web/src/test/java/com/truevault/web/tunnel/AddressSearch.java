package com.truevault.web.tunnel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for IPv4 addresses in files, in every form in which they may have been left there. */
final class AddressSearch {
  private final List<String> addresses;

  AddressSearch(List<String> addresses) {
    this.addresses = List.copyOf(addresses);
  }

  /** What was looked at, and where something was found. */
  record Finding(int files, long bytes, List<String> places) {}

  Finding in(Path... folders) throws IOException {
    int count = 0;
    long bytes = 0;
    List<String> places = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          byte[] content = Files.readAllBytes(file);
          count++;
          bytes += content.length;
          in(content).forEach(form -> places.add(file.getFileName() + ": " + form));
        }
      }
    }
    return new Finding(count, bytes, places);
  }

  List<String> in(byte[] content) {
    // One byte, one character: so a search in text is a search in bytes.
    String text = new String(content, StandardCharsets.ISO_8859_1);
    return addresses.stream()
        .flatMap(
            address ->
                forms(address).stream()
                    .filter(text::contains)
                    .map(form -> address + " as " + printable(form)))
        .toList();
  }

  private static Set<String> forms(String address) {
    byte[] bytes = new byte[4];
    String[] parts = address.split("\\.", -1);
    for (int i = 0; i < 4; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    byte[] reversed = {bytes[3], bytes[2], bytes[1], bytes[0]};
    String hex = HexFormat.of().formatHex(bytes);
    Set<String> forms = new LinkedHashSet<>();
    forms.add(address);
    forms.add(address.replace('.', '-'));
    forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
    forms.add(new String(reversed, StandardCharsets.ISO_8859_1));
    forms.add(hex);
    forms.add(hex.toUpperCase(Locale.ROOT));
    forms.add(HexFormat.ofDelimiter(":").formatHex(bytes));
    forms.add(Long.toString(Long.parseLong(hex, 16)));
    forms.add(Integer.toString((int) Long.parseLong(hex, 16)));
    return forms;
  }

  private static String printable(String form) {
    return form.chars().allMatch(c -> c > ' ' && c < 127) ? form : "four bytes";
  }
}
