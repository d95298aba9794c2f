/**
 * Makes a machine ready to be a VPN server, and takes that back. Each step looks at what is there
 * and answers with the deeds that are missing; a deed is shown, its undoing written down, and only
 * then done.
 */
@NullMarked
package com.truevault.wireguard.setup;

import org.jspecify.annotations.NullMarked;
