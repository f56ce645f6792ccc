package org.sharedregistry.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorResponse;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import java.util.ArrayList;
import java.util.List;
import org.sharedregistry.search.IndexWrite;

/**
 * Writes to one generation.
 *
 * <p>Every write goes to both halves, to one with the entry and to the other with a trace of its version, and Elasticsearch
 * keeps the highest version of each half. So a write that comes late changes nothing, whichever half it was for, and
 * without anybody reading before writing.
 */
final class Writes {

    private static final int CONFLICT = 409;

    /** Elasticsearch takes 100 MB at once; an entry may be large. */
    private static final long LARGEST_REQUEST = 8 << 20;

    private final Cluster cluster;
    private final Generations generations;
    private final Role role;
    private final List<BulkOperation> operations = new ArrayList<>();
    private long bytes;

    Writes(Cluster cluster, Generations generations, Role role) {
        this.cluster = cluster;
        this.generations = generations;
        this.role = role;
    }

    void send(List<IndexWrite> batch) {
        BinaryData trace = BinaryData.of(Fields.trace(), cluster.json());
        for (IndexWrite write : batch) {
            BinaryData open = trace;
            BinaryData restricted = trace;
            if (write instanceof IndexWrite.Put put) {
                BinaryData document = BinaryData.of(Fields.document(put.entry()), cluster.json());
                if (put.entry().readers().isEmpty()) {
                    open = document;
                } else {
                    restricted = document;
                }
            }
            add(write, Half.PUBLIC, open);
            add(write, Half.RESTRICTED, restricted);
        }
        flush();
    }

    private void add(IndexWrite write, Half half, BinaryData document) {
        if (bytes + document.size() > LARGEST_REQUEST) {
            flush();
        }
        bytes += document.size();
        operations.add(BulkOperation.of(operation -> operation.index(index -> index.index(generations.alias(role, half))
                .id(write.id())
                .version(write.version())
                .versionType(VersionType.ExternalGte)
                .document(document))));
    }

    private void flush() {
        if (operations.isEmpty()) {
            return;
        }
        BulkRequest request = BulkRequest.of(bulk -> bulk.operations(operations)
                // Lest a write that comes when a generation is dropped should make an index of its own.
                .requireAlias(true)
                .includeSourceOnError(false)
                .refresh(role == Role.ACTIVE ? Refresh.True : Refresh.False));
        cluster.ask(client -> checked(client.bulk(request)));
        operations.clear();
        bytes = 0;
    }

    /** Fails for the first item that failed, but for those that lost against a later version, which is as it should be. */
    private static BulkResponse checked(BulkResponse response) {
        for (BulkResponseItem item : response.items()) {
            if (item.error() != null && item.status() != CONFLICT) {
                throw new ElasticsearchException(
                        "bulk",
                        ErrorResponse.of(error -> error.status(item.status()).error(item.error())));
            }
        }
        return response;
    }
}
