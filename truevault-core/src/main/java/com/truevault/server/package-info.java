/** The VPN servers, who may see them, and what only administrators know of them. */
@NullMarked
package com.truevault.server;

import org.jspecify.annotations.NullMarked;
