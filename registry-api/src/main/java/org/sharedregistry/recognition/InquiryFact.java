package org.sharedregistry.recognition;

/**
 * A question that an authority put to the manufacturer. While it waits for the reply, its own clock stands still.
 *
 * @param state whose authority asked
 * @param open from the day it was asked to the day before the reply; without end while there is none
 */
public record InquiryFact(String state, Period open) {}
