package com.truevault.user;

import com.truevault.mail.Mails;
import com.truevault.outbox.Effects;

/** What leaves the users file: effects and mails, and how many mails an address gets. */
public record Outbound(Effects effects, Mails mails, MailQuota quota) {}
