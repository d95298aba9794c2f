package com.truevault.wireguard;

/** The name servers a device may use inside the tunnel. */
public enum DnsChoice {
  /** Cloudflare. */
  CLOUDFLARE("1.1.1.1, 1.0.0.1"),
  /** Google. */
  GOOGLE("8.8.8.8, 8.8.4.4"),
  /** Quad9, which refuses names of known malware. */
  QUAD9("9.9.9.9, 149.112.112.112"),
  /** AdGuard, which refuses names of advertisers. */
  ADGUARD("94.140.14.14, 94.140.15.15");

  private final String addresses;

  DnsChoice(String addresses) {
    this.addresses = addresses;
  }

  /** Both addresses, as a configuration writes them. */
  public String addresses() {
    return addresses;
  }
}
