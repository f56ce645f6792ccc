package org.sharedregistry.notice;

import java.util.List;

/**
 * A letter about one event to one person.
 *
 * @param event that nobody is told of twice
 * @param key of its text among the messages: {@code notice.<key>.subject} and {@code notice.<key>.text}
 * @param arguments of the text
 */
public record Notice(String event, String recipient, String language, String key, List<?> arguments) {}
