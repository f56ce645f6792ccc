package org.sharedregistry.regime;

/** A new version of a regime is being recorded; told within its transaction. */
public record RegimeRecorded(String regime) {}
