package com.truevault.billing;

/**
 * What the payment provider calls terms of ours.
 *
 * @param mode {@code sandbox} or {@code live}
 * @param id the provider's id of the plan; unique within its mode
 * @param terms what the provider charges for it
 */
public record GatewayPlan(String mode, String id, Terms terms) {}
