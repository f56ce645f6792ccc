package org.sharedregistry.extraction;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param processes how many parser processes run at most
 * @param memory the heap of each
 * @param textDeadline how long reading the text of one file may take
 * @param pageDeadline how long recognising one page may take
 * @param officeDeadline how long LibreOffice may take to lay one file out in pages
 * @param filesAProcess after how many files a process is replaced, lest what parsers leak adds up
 * @param maxPages how many pages of a file are read
 * @param maxCharacters how many characters of a file are read
 * @param maxPageCharacters how many characters of one page are read
 * @param maxPixels how large a page is drawn at most to recognise its words
 * @param maxMembers how many files are taken out of one that holds others
 * @param maxMemberBytes how large each of them is at most
 * @param maxUnpackedBytes how large they are together at most
 * @param maxUnpacking how many times as large as their container they may be once they are beyond one {@code
 *     maxMemberBytes}; what unpacks to more is a bomb
 * @param languages of recognition, as Tesseract calls them; those that are not installed are left out
 * @param preparation how lines that seem to hold a number are prepared to be read again, each time by itself; none for
 *     never
 * @param folder for the temporary files of the parser processes
 */
@Validated
@ConfigurationProperties(prefix = "registry.extraction", ignoreUnknownFields = false)
record ExtractionSettings(
        @DefaultValue("2") @Min(1) @Max(64) int processes,
        @DefaultValue("384MB") DataSize memory,
        @DefaultValue("60s") Duration textDeadline,
        @DefaultValue("60s") Duration pageDeadline,
        @DefaultValue("120s") Duration officeDeadline,
        @DefaultValue("500") @Min(1) int filesAProcess,
        @DefaultValue("10000") @Min(1) int maxPages,
        @DefaultValue("20000000") @Min(1) long maxCharacters,
        @DefaultValue("1000000") @Min(1) @Max(5_000_000) int maxPageCharacters,
        @DefaultValue("40000000") @Min(1) long maxPixels,
        @DefaultValue("2000") @Min(0) int maxMembers,
        @DefaultValue("100MB") DataSize maxMemberBytes,
        @DefaultValue("1GB") DataSize maxUnpackedBytes,
        @DefaultValue("100") @Min(1) int maxUnpacking,
        @DefaultValue({"rus", "bel", "eng"}) @NotEmpty List<String> languages,

        @DefaultValue({"cyrillic", "latin", "cyrillic-unstamped", "latin-unstamped"})
        List<Preparation> preparation,

        @DefaultValue("./data/parser") Path folder) {}
