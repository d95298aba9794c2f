package com.truevault.web.page.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.truevault.user.Registration;
import com.truevault.web.host.TestHost;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignUpChartTest {
  @Test
  void countsTheSignUpsOfThirtyDaysByDay() {
    try (TestHost host = TestHost.inMemory()) {
      register(host, "early@example.com");
      host.clock().advance(Duration.ofDays(29));
      register(host, "ann@example.com");
      register(host, "bob@example.com");
      host.vault().users().signUp(registration("bob@example.com"));
      SignUpChart chart = chart(host);
      assertEquals(30, chart.bars().size());
      assertEquals(
          List.of(1L, 0L), chart.bars().stream().limit(2).map(SignUpChart.Bar::count).toList());
      assertEquals(2, chart.best().count());
      assertEquals(3, chart.total());
      assertTrue(chart.all());
      host.clock().advance(Duration.ofDays(1));
      assertEquals(2, chart(host).total());
    }
  }

  @Test
  void drawsNothingBeforeAnybodySignedUp() {
    try (TestHost host = TestHost.inMemory()) {
      assertEquals(0, chart(host).total());
      assertEquals(30, chart(host).bars().stream().filter(bar -> bar.height() == 0).count());
    }
  }

  private static SignUpChart chart(TestHost host) {
    return SignUpChart.of(host.vault().audit(), host.clock().instant());
  }

  private static void register(TestHost host, String email) {
    host.vault().users().register(registration(email));
  }

  private static Registration registration(String email) {
    return Registration.of(email, "correct horse battery", "", "");
  }
}
