package org.sharedregistry.decision;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sharedregistry.access.Accounts;
import org.sharedregistry.access.Caller;
import org.sharedregistry.goods.Goods;
import org.sharedregistry.goods.GoodsEntry;
import org.sharedregistry.log.RecordLog;
import org.sharedregistry.notice.Outbox;
import org.sharedregistry.problem.ProblemType;
import org.sharedregistry.problem.RegistryProblem;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The questions of authorities to manufacturers, and the replies. */
@Repository
public class Inquiries {

    private static final RowMapper<Inquiry> INQUIRY = (row, number) -> new Inquiry(
            row.getObject("id", UUID.class),
            row.getObject("goods", UUID.class),
            row.getString("state"),
            row.getString("question"),
            row.getObject("asked_on", LocalDate.class),
            row.getObject("reply_by", LocalDate.class),
            row.getString("reply"),
            row.getObject("replied_on", LocalDate.class));

    private final JdbcClient jdbc;
    private final Goods goods;
    private final Accounts accounts;
    private final Outbox outbox;

    Inquiries(JdbcClient jdbc, Goods goods, Accounts accounts, Outbox outbox) {
        this.jdbc = jdbc;
        this.goods = goods;
        this.accounts = accounts;
        this.outbox = outbox;
    }

    /**
     * Returns an entry to its manufacturer with a question.
     *
     * @param replyBy the last day for the reply
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Inquiry ask(
            Caller caller, GoodsEntry entry, String state, String question, LocalDate today, LocalDate replyBy) {
        long sequence = goods.touch(
                new RecordLog.Entry(
                        caller.account(), "inquiry.asked", entry.id().toString(), question, null),
                entry.id());
        UUID id = jdbc.sql("""
                        insert into inquiry (goods, state, question, asked_by, sequence, asked_on, reply_by)
                        values (:goods, :state, :question, :by, :sequence, :today, :replyBy) returning id
                        """)
                .param("goods", entry.id())
                .param("state", state)
                .param("question", question)
                .param("by", caller.account())
                .param("sequence", sequence)
                .param("today", today)
                .param("replyBy", replyBy)
                .query(UUID.class)
                .single();
        tell(entry, id, question, replyBy);
        return byId(id).orElseThrow();
    }

    private void tell(GoodsEntry entry, UUID inquiry, String question, LocalDate replyBy) {
        accounts.people(entry.manufacturer())
                .forEach(person -> outbox.post(
                        person,
                        "inquiry:" + inquiry,
                        "inquiry",
                        entry.address(),
                        question,
                        replyBy,
                        outbox.link("/desk/goods/" + entry.address())));
    }

    /** @throws RegistryProblem ILLEGAL_STEP when it was replied to before */
    @Transactional(propagation = Propagation.MANDATORY)
    public Inquiry reply(Caller caller, Inquiry inquiry, String reply, LocalDate today) {
        if (inquiry.reply != null) {
            throw new RegistryProblem(
                            ProblemType.ILLEGAL_STEP, "The question was replied to on " + inquiry.repliedOn + ".")
                    .with("currentStatus", "REPLIED");
        }
        long sequence = goods.touch(
                new RecordLog.Entry(caller.account(), "inquiry.replied", inquiry.goods.toString(), reply, null),
                inquiry.goods);
        jdbc.sql("""
                        update inquiry set reply = :reply, replied_by = :by, replied_sequence = :sequence,
                               replied_on = :today
                        where id = :id
                        """)
                .param("reply", reply)
                .param("by", caller.account())
                .param("sequence", sequence)
                .param("today", today)
                .param("id", inquiry.id)
                .update();
        return byId(inquiry.id).orElseThrow();
    }

    /** The question, its row locked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Inquiry> lock(UUID id) {
        return jdbc.sql("select * from inquiry where id = :id for update")
                .param("id", id)
                .query(INQUIRY)
                .optional();
    }

    private Optional<Inquiry> byId(UUID id) {
        return jdbc.sql("select * from inquiry where id = :id")
                .param("id", id)
                .query(INQUIRY)
                .optional();
    }

    /** The questions on an entry, in the order they were asked. */
    public List<Inquiry> onGoods(UUID entry) {
        return jdbc.sql("select * from inquiry where goods = :goods order by sequence")
                .param("goods", entry)
                .query(INQUIRY)
                .list();
    }

    /** The questions on some entries that wait for a reply, the most urgent first. */
    public List<Inquiry> open(Collection<UUID> entries) {
        return jdbc.sql("select * from inquiry where goods = any (:goods) and reply is null order by reply_by, id")
                .param("goods", entries.toArray(UUID[]::new))
                .query(INQUIRY)
                .list();
    }

    /**
     * A question to the manufacturer of an entry.
     *
     * @param state whose authority asked
     * @param replyBy the last day for the reply
     * @param reply null while there is none
     */
    public record Inquiry(
            UUID id,
            UUID goods,
            String state,
            String question,
            LocalDate askedOn,
            LocalDate replyBy,
            @Nullable String reply,
            @Nullable LocalDate repliedOn) {}
}
