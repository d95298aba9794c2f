package com.truevault.sqlite;

import static com.truevault.sqlite.jdbc.Parameters.bind;

import com.truevault.billing.Money;
import com.truevault.server.AccessLevel;
import com.truevault.server.Server;
import com.truevault.server.Server.Access;
import com.truevault.server.Server.Hosting;
import com.truevault.server.Server.Label;
import com.truevault.server.Server.Location;
import com.truevault.server.Server.State;
import com.truevault.server.ServerKey;
import com.truevault.server.ServerKeyTakenException;
import com.truevault.server.ServerStore;
import com.truevault.sqlite.file.SqliteFile;
import com.truevault.sqlite.jdbc.ConstraintViolationException;
import com.truevault.sqlite.jdbc.Parameters;
import com.truevault.sqlite.jdbc.Row;
import com.truevault.user.EmailAddress;
import com.truevault.wireguard.Endpoint;
import com.truevault.wireguard.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

final class SqliteServerStore implements ServerStore {
  private static final String USUAL_CURRENCY = "USD";

  private final SqliteFile servers;

  SqliteServerStore(SqliteFile servers) {
    this.servers = servers;
  }

  @Override
  public void add(Server server, Instant at) {
    try {
      servers.update(
          """
          insert into servers
            (server_key, server_name, server_description, ip_address, port, public_key,
             access_level, dedicated_email, is_active, is_online, last_ping, location_country,
             location_city, location_flag, provider, cost_minor, cost_currency, display_order, icon,
             created_at, updated_at)
          values
            (:server_key, :server_name, :server_description, :ip_address, :port, :public_key,
             :access_level, :dedicated_email, :is_active, :is_online, :last_ping, :location_country,
             :location_city, :location_flag, :provider, :cost_minor, :cost_currency, :display_order,
             :icon, :at, :at)
          """,
          parameters(server, at));
    } catch (ConstraintViolationException e) {
      if (e.isTaken("servers.server_key")) {
        throw new ServerKeyTakenException(server.key());
      }
      throw e;
    }
  }

  @Override
  public Optional<Server> find(ServerKey key) {
    return servers.recall(new ByKey(key), () -> read(key));
  }

  private Optional<Server> read(ServerKey key) {
    return servers.find(
        """
        select server_key, server_name, server_description, ip_address, port, public_key,
               access_level, dedicated_email, is_active, is_online, last_ping, location_country,
               location_city, location_flag, provider, cost_minor, cost_currency, display_order,
               icon
          from servers
         where server_key = :key
        """,
        bind("key", key.value()),
        SqliteServerStore::toServer);
  }

  @Override
  public List<Server> all() {
    return servers.query(
        """
        select server_key, server_name, server_description, ip_address, port, public_key,
               access_level, dedicated_email, is_active, is_online, last_ping, location_country,
               location_city, location_flag, provider, cost_minor, cost_currency, display_order,
               icon
          from servers
         order by display_order, id
        """,
        Parameters.none(),
        SqliteServerStore::toServer);
  }

  @Override
  public boolean update(Server server, Instant at) {
    return servers.update(
            """
            update servers
               set server_name = :server_name,
                   server_description = :server_description,
                   ip_address = :ip_address,
                   port = :port,
                   public_key = :public_key,
                   access_level = :access_level,
                   dedicated_email = :dedicated_email,
                   is_active = :is_active,
                   is_online = :is_online,
                   last_ping = :last_ping,
                   location_country = :location_country,
                   location_city = :location_city,
                   location_flag = :location_flag,
                   provider = :provider,
                   cost_minor = :cost_minor,
                   cost_currency = :cost_currency,
                   display_order = :display_order,
                   icon = :icon,
                   updated_at = :at
             where server_key = :server_key
            """,
            parameters(server, at))
        > 0;
  }

  @Override
  public boolean updateReach(ServerKey key, boolean online, @Nullable Instant lastPing) {
    return servers.update(
            """
            update servers
               set is_online = :online, last_ping = :last_ping
             where server_key = :key
            """,
            bind("online", online).and("last_ping", lastPing).and("key", key.value()))
        > 0;
  }

  private static Parameters parameters(Server server, Instant at) {
    EmailAddress dedicated = server.access().dedicatedTo();
    Money cost = server.hosting().costPerMonth();
    return bind("server_key", server.key().value())
        .and("server_name", server.label().name())
        .and("server_description", server.label().description())
        .and("ip_address", server.endpoint().host())
        .and("port", server.endpoint().port())
        .and("public_key", server.publicKey().base64())
        .and("access_level", server.access().level())
        .and("dedicated_email", dedicated == null ? null : dedicated.canonical())
        .and("is_active", server.state().active())
        .and("is_online", server.state().online())
        .and("last_ping", server.state().lastPing())
        .and("location_country", server.location().country())
        .and("location_city", server.location().city())
        .and("location_flag", server.location().flag())
        .and("provider", server.hosting().provider())
        .and("cost_minor", cost == null ? null : cost.minor())
        .and("cost_currency", cost == null ? USUAL_CURRENCY : cost.currency().getCurrencyCode())
        .and("display_order", server.label().displayOrder())
        .and("icon", server.label().icon())
        .and("at", at);
  }

  private static Server toServer(Row row) {
    return new Server(
        new ServerKey(row.text("server_key")),
        new Label(
            row.text("server_name"),
            row.textOrEmpty("server_description"),
            row.textOrEmpty("icon"),
            row.integer("display_order")),
        new Endpoint(row.text("ip_address"), row.integer("port")),
        new PublicKey(row.text("public_key")),
        new Access(row.constant("access_level", AccessLevel.class), dedicatedTo(row)),
        new State(row.flag("is_active"), row.flag("is_online"), row.instantOrNull("last_ping")),
        new Location(
            row.textOrEmpty("location_country"),
            row.textOrEmpty("location_city"),
            row.textOrEmpty("location_flag")),
        new Hosting(row.textOrEmpty("provider"), cost(row)));
  }

  private static @Nullable EmailAddress dedicatedTo(Row row) {
    String canonical = row.textOrNull("dedicated_email");
    return canonical == null ? null : new EmailAddress(canonical, canonical);
  }

  private static @Nullable Money cost(Row row) {
    Long minor = row.numberOrNull("cost_minor");
    return minor == null ? null : Money.ofMinor(minor, row.text("cost_currency"));
  }

  private record ByKey(ServerKey key) {}
}
