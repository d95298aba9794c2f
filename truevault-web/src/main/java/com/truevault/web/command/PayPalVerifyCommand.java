package com.truevault.web.command;

import com.truevault.paypal.NetExchange;
import com.truevault.paypal.PayPalAccount;
import com.truevault.paypal.PayPalCredentials;
import com.truevault.paypal.PayPalEnvironment;
import com.truevault.paypal.webhook.CertificateSource;
import com.truevault.paypal.webhook.FetchedCertificates;
import com.truevault.paypal.webhook.PayPalAnswers;
import com.truevault.paypal.webhook.PayPalWebhooks;
import com.truevault.paypal.webhook.PemFile;
import com.truevault.paypal.webhook.UnverifiedException;
import com.truevault.paypal.webhook.VerificationPolicy;
import com.truevault.webhook.WebhookReader.Outcome;
import com.truevault.webhook.WebhookReader.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Verifies one stored delivery. */
@Command(
    name = "verify",
    description = {
      "Says in one line whether PayPal sent a stored delivery, and why or why not.",
      "Exit code 0 if it did, 1 if not or if nobody can say now, 2 if used wrongly.",
      "Without --cert the certificate is fetched from PayPal."
    },
    mixinStandardHelpOptions = true)
final class PayPalVerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--headers",
      required = true,
      paramLabel = "FILE",
      description = "The headers: a JSON object, or lines such as Name: value.")
  private Path headers = Path.of("");

  @Option(
      names = "--body",
      required = true,
      paramLabel = "FILE",
      description = "The body, byte by byte as it came.")
  private Path body = Path.of("");

  @Option(
      names = "--webhook-id",
      required = true,
      paramLabel = "ID",
      description = "What PayPal calls the webhook; WEBHOOK_ID for simulated events.")
  private String webhookId = "";

  @Option(
      names = "--cert",
      paramLabel = "FILE",
      description = "The certificate in PEM, instead of fetching it.")
  private @Nullable Path certificate;

  @Option(
      names = "--chain",
      paramLabel = "FILE",
      description = "Certificates between it and the pinned authorities, in PEM.")
  private @Nullable Path chain;

  @Option(
      names = "--at-transmission-time",
      description = "Judge as of when the delivery was sent, not as of now.")
  private boolean atTransmissionTime;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "live",
      description = "live or sandbox; live if left out.")
  private String mode = "live";

  @Override
  public Integer call() {
    Map<String, List<String>> sent = read(headers, HeadersFile::read);
    byte[] bytes = read(body, Files::readAllBytes);
    Verdict verdict = webhooks().verify(sent, bytes);
    spec.commandLine().getOut().println(line(verdict));
    return verdict.outcome() == Outcome.GENUINE ? 0 : 1;
  }

  private PayPalWebhooks webhooks() {
    PayPalAccount account =
        new PayPalAccount(environment(), new PayPalCredentials("", ""), webhookId);
    return new PayPalWebhooks(
        () -> account,
        certificates(),
        PayPalAnswers.NONE,
        new VerificationPolicy(atTransmissionTime, true),
        InstantSource.system());
  }

  private PayPalEnvironment environment() {
    try {
      PayPalEnvironment known = PayPalEnvironment.of(mode);
      return chain == null
          ? known
          : known.withIntermediates(PemFile.certificates(read(chain, Files::readAllBytes)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
    } catch (UnverifiedException e) {
      throw new ParameterException(spec.commandLine(), chain + ": " + e.getMessage());
    }
  }

  private CertificateSource certificates() {
    if (certificate == null) {
      return new FetchedCertificates(new NetExchange(), InstantSource.system());
    }
    byte[] pem = read(certificate, Files::readAllBytes);
    return address -> PemFile.certificates(pem);
  }

  private String line(Verdict verdict) {
    String word =
        verdict.outcome() == Outcome.GENUINE
            ? "verified"
            : verdict.outcome().name().toLowerCase(Locale.ROOT);
    String note =
        verdict.outcome() == Outcome.GENUINE && webhookId.equals(PayPalWebhooks.PLACEHOLDER)
            ? "; the webhook id is the placeholder of PayPal's simulator, which a running host"
                + " refuses"
            : "";
    return word + " [" + verdict.reason() + "] " + verdict.text() + note;
  }

  private <T> T read(Path file, Reading<T> reading) {
    try {
      return reading.read(file);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** Takes a file in. */
  private interface Reading<T> {
    T read(Path file) throws IOException;
  }
}
