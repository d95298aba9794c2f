@NullMarked
package com.truevault.paypal;

import org.jspecify.annotations.NullMarked;
