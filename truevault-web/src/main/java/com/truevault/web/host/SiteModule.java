package com.truevault.web.host;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import com.truevault.TrueVault;
import com.truevault.web.Version;
import com.truevault.web.asset.Assets;
import com.truevault.web.billing.PayPalDesk;
import com.truevault.web.config.WebConfig;
import com.truevault.web.health.HealthRoutes;
import com.truevault.web.health.Readiness;
import com.truevault.web.http.ErrorPages;
import com.truevault.web.http.Router;
import com.truevault.web.http.Routes;
import com.truevault.web.http.SessionTokens;
import com.truevault.web.openapi.OpenApi;
import com.truevault.web.page.PageErrors;
import com.truevault.web.page.PageKit;
import com.truevault.web.page.PageRoutes;
import com.truevault.web.page.money.PayPalPages;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** What the site answers: API, pages, health and assets. */
public final class SiteModule extends AbstractModule {
  private final Edition edition;

  /** Answers as the given edition. */
  public SiteModule(Edition edition) {
    this.edition = edition;
  }

  @Override
  protected void configure() {
    Multibinder.newSetBinder(binder(), Routes.class);
    OptionalBinder.newOptionalBinder(binder(), PayPalDesk.class)
        .setDefault()
        .toInstance(PayPalDesk.NONE);
  }

  @Provides
  @Singleton
  PageKit pages(TrueVault vault, InstantSource clock) {
    return new PageKit(vault, edition == Edition.DEMO, clock);
  }

  @Provides
  @Singleton
  ErrorPages errorPages(PageKit pages) {
    return new PageErrors(pages);
  }

  @ProvidesIntoSet
  @Singleton
  Routes api(TrueVault vault, SessionTokens tokens, InstantSource clock) {
    return together(ApiRoutes.all(vault, tokens, clock));
  }

  @ProvidesIntoSet
  @Singleton
  Routes pageRoutes(PageKit pages, SessionTokens tokens, InstantSource clock) {
    return together(PageRoutes.all(pages, tokens, clock));
  }

  @ProvidesIntoSet
  @Singleton
  Routes payPal(PageKit pages, PayPalDesk desk) {
    return new PayPalPages(pages, desk);
  }

  @ProvidesIntoSet
  @Singleton
  Routes health(TrueVault vault, WebConfig config, InstantSource clock) {
    return new HealthRoutes(
        new Readiness(
            vault.storage(),
            vault.deliveries(),
            () -> config.data().toFile().getUsableSpace(),
            clock));
  }

  @ProvidesIntoSet
  @Singleton
  Routes assets() {
    return new Assets();
  }

  @ProvidesIntoSet
  @Singleton
  Routes description() {
    return OpenApi.of(Version.text());
  }

  @Provides
  @Singleton
  Router router(Set<Routes> features) {
    return Router.of(features);
  }

  /** Several features as one. */
  public static Routes together(List<Routes> features) {
    return router -> features.forEach(feature -> feature.define(router));
  }
}
