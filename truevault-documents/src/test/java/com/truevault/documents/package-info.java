@NullMarked
package com.truevault.documents;

import org.jspecify.annotations.NullMarked;
