package com.truevault.sqlite.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
  @TempDir Path directory;

  @Test
  void countsAsEveryInstallationNeeds() throws Exception {
    assertEquals("12", one("main", "select count(*) from theme"));
    assertEquals("55", one("forms", "select count(*) from form_templates"));
    assertEquals("35", one("tutorials", "select count(*) from lessons"));
    assertEquals("400", one("tutorials", "select sum(duration_minutes) from lessons"));
    assertEquals("3", one("campaigns", "select count(*) from current_pricing"));
    assertEquals("10", one("campaigns", "select count(*) from holiday_pricing"));
  }

  @Test
  void bringsNoUserServerVipOrOtherSample() throws Exception {
    assertEquals("0", one("main", "select count(*) from vip_users"));
    assertEquals("0", one("users", "select count(*) from users"));
    assertEquals("0", one("devices", "select count(*) from devices"));
    assertEquals("0", one("servers", "select count(*) from servers"));
    assertEquals("0", one("billing", "select count(*) from subscriptions"));
    assertEquals("0", one("campaigns", "select count(*) from scheduled_posts"));
  }

  @Test
  void shipsNoCredentialAndTheSandbox() throws Exception {
    assertEquals(
        List.of("paypal_secret ", "smtp_password "),
        list(
            "main",
            "select setting_key || ' ' || setting_value from settings where is_secret = 1"));
    assertEquals(
        List.of("", "sandbox"),
        list(
            "main",
            """
            select setting_value from settings
             where setting_key in ('paypal_client_id', 'paypal_mode') order by 1
            """));
  }

  @Test
  void namesTheTenSettingsOfSection2() throws Exception {
    assertEquals(
        List.of(
            "site_name",
            "site_tagline",
            "admin_email",
            "from_email",
            "paypal_client_id",
            "paypal_secret",
            "paypal_mode",
            "max_devices_personal",
            "max_devices_family",
            "max_devices_business"),
        list("main", "select setting_key from settings order by id limit 10"));
  }

  @Test
  void holdsEveryTemplateLessonAndPriceThatIsAskedFor() throws Exception {
    assertEquals(
        wanted("template|"),
        list(
            "forms",
            "select 'template|' || category || '|' || template_name from form_templates order by"
                + " id"));
    assertEquals(
        wanted("lesson|"),
        list(
            "tutorials",
            """
            select 'lesson|' || lesson_number || '|' || category || '|' || title || '|'
                   || duration_minutes || '|' || difficulty || '|' || prerequisites
              from lessons order by id
            """));
    assertEquals(
        wanted("holiday|"),
        list(
            "campaigns",
            """
            select 'holiday|' || holiday_name || '|' || personal_price_minor || '|'
                   || family_price_minor || '|' || business_price_minor
              from holiday_pricing order by id
            """));
    assertEquals(
        wanted("price|"),
        list(
            "campaigns",
            "select 'price|' || plan_name || '|' || price_minor from current_pricing order by id"));
  }

  @Test
  void showsPricesInMajorUnitsUnderTheNamesOfSection2() throws Exception {
    assertEquals(
        List.of("9.99", "14.99", "29.99"),
        list("campaigns", "select price from current_pricing order by id"));
    assertEquals(
        List.of("4.99 9.99 19.99"),
        list(
            "campaigns",
            """
            select personal_price || ' ' || family_price || ' ' || business_price
              from holiday_pricing where holiday_name = 'Black Friday'
            """));
  }

  @Test
  void takesItsTimesFromTheInstallation() throws Exception {
    assertEquals(List.of(NineFiles.NOW), list("main", "select distinct updated_at from settings"));
    assertEquals(
        List.of(NineFiles.NOW), list("tutorials", "select distinct created_at from lessons"));
  }

  private static List<String> wanted(String kind) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(CatalogueTest.class.getResourceAsStream("catalogue.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(kind))
          .toList();
    }
  }

  private String one(String file, String sql) throws Exception {
    return list(file, sql).get(0);
  }

  private List<String> list(String file, String sql) throws Exception {
    Path own = Files.createTempDirectory(directory, file);
    try (Connection connection = NineFiles.create(own, file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (result.next()) {
        values.add(result.getString(1));
      }
      return values;
    }
  }
}
