/** Tests of the asset kit. */
@NullMarked
package com.truevault.web.asset;

import org.jspecify.annotations.NullMarked;
