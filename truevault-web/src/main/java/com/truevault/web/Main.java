package com.truevault.web;

import com.truevault.web.command.AgentCommand;
import com.truevault.web.command.TrueVaultCommand;
import java.util.Arrays;
import java.util.Map;

/** The command line: exit code 0 is fine, 1 failed, 2 used wrongly. */
public final class Main {
  private static final String LOG_LEVEL = "truevault.log.level";

  private Main() {}

  /** Runs a command and ends the process. */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals("demo") && System.getProperty(LOG_LEVEL) == null) {
      // Before anything logs: a line for each request would bury the sign-ins.
      System.setProperty(LOG_LEVEL, "WARN");
    }
    if (args.length > 0 && args[0].equals(AgentCommand.NAME)) {
      // A VPN server has little memory; the site's libraries are not even loaded there.
      System.exit(AgentCommand.run(Arrays.copyOfRange(args, 1, args.length)));
    }
    System.exit(TrueVaultCommand.run(Map.copyOf(System.getenv()), args));
  }
}
