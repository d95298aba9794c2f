package com.truevault.wireguard.doctor;

import java.util.List;

/** Does the panel answer, and does it know this agent? */
final class PanelCheck implements Check {
  private static final String ENROL =
      "truevault admin server enrol KEY on the panel's machine, then truevault agent enrol here";

  @Override
  public List<Finding> look(Facts facts) {
    PanelVisit visit = facts.panel();
    return switch (visit.kind()) {
      case WELCOME -> List.of();
      case NOT_ENROLLED -> finding("not-enrolled", visit, "a credential of the panel", ENROL);
      case UNREACHABLE ->
          finding(
              "panel-unreachable",
              visit,
              "an answer",
              "check address, name resolution and the panel's host; tunnels stay as they are");
      case WRONG_CERTIFICATE ->
          finding(
              "panel-certificate-wrong",
              visit,
              "a certificate for that name which this machine trusts",
              "renew the panel's certificate; if an authority of your own made it, add that to Java's"
                  + " trusted ones");
      case REFUSED -> finding("credential-refused", visit, "to be known to the panel", ENROL);
      case ODD ->
          finding(
              "panel-answers-oddly",
              visit,
              "200 or 304",
              "check that the address leads to the panel, and the panel's log");
    };
  }

  private static List<Finding> finding(String name, PanelVisit visit, String expected, String fix) {
    return List.of(new Finding(name, visit.detail(), expected, fix));
  }
}
