package com.truevault.paypal;

/**
 * What an operator set. It is asked for anew at every call, so a change holds from the next one on.
 *
 * @param webhookId what PayPal calls our webhook; empty if none is registered
 */
public record PayPalAccount(
    PayPalEnvironment environment, PayPalCredentials credentials, String webhookId) {}
