package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.OptionalBinder;
import com.truevault.TrueVault;
import com.truevault.web.config.Keys;
import com.truevault.web.config.WebConfig;
import com.truevault.web.http.Authenticator;
import com.truevault.web.http.Csrf;
import com.truevault.web.http.ErrorPages;
import com.truevault.web.http.HttpConfig;
import com.truevault.web.http.Router;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.http.SigningKey;
import com.truevault.web.http.WebApplication;
import com.truevault.web.jetty.JettyConfig;
import com.truevault.web.jetty.JettyServer;
import com.truevault.web.session.SessionAuthenticator;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

/** The web server, and what stands between it and the routes. */
public final class HttpModule extends AbstractModule {
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration HEADER = Duration.ofSeconds(10);

  /** Without a module that names some, forms stay on this site. */
  @Override
  protected void configure() {
    OptionalBinder.newOptionalBinder(binder(), FormTargets.class)
        .setDefault()
        .toInstance(FormTargets.NONE);
  }

  /** Takes the port first: whoever is put together later may ask for the address. */
  @Provides
  @Singleton
  JettyServer server(WebConfig config) {
    WebConfig.Web web = config.web();
    return JettyServer.bind(
        new JettyConfig(web.host(), web.port(), web.maxThreads(), IDLE, HEADER));
  }

  @Provides
  @Singleton
  SiteAddress address(WebConfig config, JettyServer server) {
    return new SiteAddress(Objects.requireNonNullElse(config.web().baseUrl(), server.url()));
  }

  @Provides
  @Singleton
  SessionTokens tokens(Keys keys, SiteAddress address, InstantSource clock) {
    List<SigningKey> signing = keys.signing();
    return new SessionTokens(
        signing.get(0), signing.subList(1, signing.size()), address.text(), clock);
  }

  @Provides
  @Singleton
  Csrf csrf(Keys keys) {
    return keys.csrf();
  }

  @Provides
  @Singleton
  Authenticator authenticator(SessionTokens tokens, TrueVault vault) {
    return SessionAuthenticator.of(tokens, vault);
  }

  @Provides
  @Singleton
  HttpConfig http(WebConfig config, SiteAddress address, FormTargets targets) {
    return new HttpConfig(address.url(), config.web().trustedProxies(), targets.origins());
  }

  @Provides
  @Singleton
  WebApplication application(
      HttpConfig config,
      Router router,
      Authenticator authenticator,
      Csrf csrf,
      ErrorPages errorPages) {
    return new WebApplication(config, router, authenticator, csrf, errorPages);
  }

  @Provides
  @Singleton
  Host host(
      JettyServer server,
      WebApplication application,
      TrueVault vault,
      SiteAddress address,
      InstantSource clock) {
    return new Host(server, application, vault, address, clock);
  }
}
