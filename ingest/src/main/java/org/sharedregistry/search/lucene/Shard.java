package org.sharedregistry.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexWriterConfig.OpenMode;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.search.Inventory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One Lucene index: the public or the restricted half of a generation. */
final class Shard implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(Shard.class);
    private static final BM25Similarity BM25 = new BM25Similarity(1.2f, 0.75f);
    private static final double BUFFER_MEGABYTES = 32;

    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile boolean damaged;

    private Shard(IndexWriter writer) throws IOException {
        this.writer = writer;
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
                HalfSearcher searcher = new HalfSearcher(reader);
                searcher.setSimilarity(BM25);
                return searcher;
            }
        });
    }

    /** An empty index in a folder that has none, kept from now on. */
    static Shard create(Path folder) throws IOException {
        Shard shard = new Shard(writer(folder, OpenMode.CREATE));
        shard.writer.commit();
        return shard;
    }

    /** The index in a folder. Reads all of it, so that damage shows now and not in some later search. */
    static Shard open(Path folder) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                leaf.reader().checkIntegrity();
            }
        }
        return new Shard(writer(folder, OpenMode.APPEND));
    }

    void put(String id, Document document) throws IOException {
        writer.updateDocument(new Term(Fields.ID, id), document);
    }

    void remove(String id) throws IOException {
        writer.deleteDocuments(new Term(Fields.ID, id));
    }

    /** Makes what was written durable, and visible to searches. */
    void commit() throws IOException {
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /**
     * Whether it is fit for use. It is not after a write that failed, such as on a full disk, after a search that met damage,
     * and when any of its files is gone.
     */
    boolean isUsable() {
        return writer.isOpen() && !damaged && hasAllFiles();
    }

    /** The versions of those entries that searches could see or that are gone; the others are not in the map. */
    Map<String, Long> versions(Set<String> ids) throws IOException {
        return search(searcher -> {
            Map<String, Long> versions = new HashMap<>();
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                addVersions(leaf.reader(), ids, versions);
            }
            return versions;
        });
    }

    <T> T search(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.with((HalfSearcher) searcher);
        } catch (IOException | UncheckedIOException e) {
            damaged = true;
            throw e;
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        IOUtils.close(searchers, writer, writer.getDirectory());
    }

    /** What is there, without what was removed. */
    Inventory inventory() throws IOException {
        return search(searcher -> {
            Inventory all = new Inventory(0, 0);
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                all = all.plus(inventory(leaf.reader()));
            }
            return all;
        });
    }

    private static Inventory inventory(LeafReader reader) throws IOException {
        NumericDocValues hashes = DocValues.getNumeric(reader, Fields.HASH);
        Bits live = reader.getLiveDocs();
        long entries = 0;
        long checksum = 0;
        while (hashes.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(hashes.docID())) {
                entries++;
                checksum += hashes.longValue();
            }
        }
        return new Inventory(entries, checksum);
    }

    /** While nobody commits, the files of the last commit stay. */
    private boolean hasAllFiles() {
        Directory directory = writer.getDirectory();
        try {
            return Set.of(directory.listAll())
                    .containsAll(SegmentInfos.readLatestCommit(directory).files(true));
        } catch (ClosedByInterruptException e) {
            // The thread is wanted to end: nothing is known to be wrong.
            return true;
        } catch (IOException e) {
            log.warn("A part of the search index cannot be found", e);
            return false;
        }
    }

    private static void addVersions(LeafReader reader, Set<String> ids, Map<String, Long> versions) throws IOException {
        Terms terms = reader.terms(Fields.ID);
        if (terms == null) {
            return;
        }
        TermsEnum term = terms.iterator();
        for (String id : ids) {
            if (term.seekExact(new BytesRef(id))) {
                int doc = liveDocument(term, reader.getLiveDocs());
                NumericDocValues version = reader.getNumericDocValues(Fields.VERSION);
                if (doc != DocIdSetIterator.NO_MORE_DOCS && version.advanceExact(doc)) {
                    versions.put(id, version.longValue());
                }
            }
        }
    }

    private static int liveDocument(TermsEnum term, @Nullable Bits live) throws IOException {
        PostingsEnum documents = term.postings(null, PostingsEnum.NONE);
        int doc = documents.nextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(doc)) {
            doc = documents.nextDoc();
        }
        return doc;
    }

    private static IndexWriter writer(Path folder, OpenMode mode) throws IOException {
        FSDirectory directory = FSDirectory.open(folder);
        try {
            return new IndexWriter(
                    directory,
                    new IndexWriterConfig(new KeywordAnalyzer())
                            .setOpenMode(mode)
                            .setSimilarity(BM25)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES));
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    /** Something done with one state of the index. */
    interface Search<T> {
        T with(HalfSearcher searcher) throws IOException;
    }
}
