package com.truevault.web.webhook;

/**
 * That a delivery is kept.
 *
 * @param reason how its sender was verified
 */
record ReceiptJson(String reason) {}
