package com.truevault.peer;

import com.truevault.device.DeviceStore;
import com.truevault.device.PresharedKeys;
import com.truevault.entitlement.Entitlements;
import com.truevault.user.UserStore;

/** What decides who may connect, and with what. */
public record PeerSources(
    UserStore users, DeviceStore devices, Entitlements entitlements, PresharedKeys presharedKeys) {}
