/**
 * The heart: whether goods are recognised, on what day, why and on what evidence. Pure functions over facts; no clock,
 * no database.
 */
@NullMarked
package org.sharedregistry.recognition;

import org.jspecify.annotations.NullMarked;
