/** Who uses the service without paying, known to administrators alone. */
@NullMarked
package com.truevault.vip;

import org.jspecify.annotations.NullMarked;
