/** Who may connect to which server: the full list of its peers, as its agent pulls it. */
@NullMarked
package com.truevault.peer;

import org.jspecify.annotations.NullMarked;
