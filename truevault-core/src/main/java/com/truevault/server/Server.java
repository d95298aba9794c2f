package com.truevault.server;

import com.truevault.billing.Money;
import com.truevault.entitlement.Entitlement;
import com.truevault.text.PlainText;
import com.truevault.user.EmailAddress;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A VPN server: what users see, who may see it, and what is for administrators. */
public record Server(
    ServerKey key,
    Label label,
    Endpoint endpoint,
    PublicKey publicKey,
    Access access,
    State state,
    Location location,
    Hosting hosting) {

  /** Whether somebody so entitled may know of the server and use it. */
  public boolean isVisibleTo(Entitlement entitlement) {
    if (!state.active()) {
      return false;
    }
    if (access.dedicatedTo() != null) {
      return access.dedicatedTo().equals(entitlement.provenEmail());
    }
    return switch (access.level()) {
      case PUBLIC -> true;
      case VIP_ONLY -> entitlement.seesVipServers();
    };
  }

  /** The server in another state. */
  public Server with(State changed) {
    return new Server(key, label, endpoint, publicKey, access, changed, location, hosting);
  }

  /** Whether configurations written for the other server are void for this one. */
  boolean changesConfigurations(Server other) {
    return !endpoint.equals(other.endpoint) || !publicKey.equals(other.publicKey);
  }

  /**
   * How a server presents itself.
   *
   * @param name 1 to 60 characters
   * @param description at most 300 characters
   * @param icon an emoji or empty
   * @param displayOrder lists run by this, then by age
   */
  public record Label(String name, String description, String icon, int displayOrder) {
    /** Checks and trims what an administrator typed. */
    public Label {
      name = PlainText.line("serverName", name, 60);
      description = PlainText.optionalLine("serverDescription", description, 300);
      icon = PlainText.optionalLine("icon", icon, 8);
    }
  }

  /**
   * Who may see it.
   *
   * @param dedicatedTo the one address that sees it; null if it is for many
   */
  public record Access(AccessLevel level, @Nullable EmailAddress dedicatedTo) {}

  /**
   * How it is doing.
   *
   * @param active whether it is offered
   * @param online whether the last probe reached it
   * @param lastPing when that was; null before the first
   */
  public record State(boolean active, boolean online, @Nullable Instant lastPing) {}

  /** Where it stands. */
  public record Location(String country, String city, String flag) {
    /** Checks and trims what an administrator typed. */
    public Location {
      country = PlainText.optionalLine("locationCountry", country, 60);
      city = PlainText.optionalLine("locationCity", city, 60);
      flag = PlainText.optionalLine("locationFlag", flag, 8);
    }
  }

  /**
   * What only administrators see.
   *
   * @param costPerMonth null if it is not known
   */
  public record Hosting(String provider, @Nullable Money costPerMonth) {
    /** Checks and trims what an administrator typed. */
    public Hosting {
      provider = PlainText.optionalLine("provider", provider, 100);
    }
  }
}
