package com.truevault.vip;

import com.truevault.user.EmailAddress;
import java.time.Instant;

/**
 * An address that uses the service without paying.
 *
 * @param publicId what the administrator's URLs carry
 * @param addedBy the administrator who added it
 * @param notes for administrators; may be empty
 * @param active whether it counts now
 */
public record VipEntry(
    String publicId,
    EmailAddress email,
    String addedBy,
    Instant addedDate,
    String notes,
    boolean active) {}
