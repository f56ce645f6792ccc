package org.sharedregistry.search;

import static org.sharedregistry.search.SomeEntry.someEntry;

import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/** Goods for the index, every second of them restricted, that do what a test wants when they are loaded. */
public final class SomeGoods implements IndexSource {

    private final NavigableSet<String> subjects;
    private final List<String> loaded = new CopyOnWriteArrayList<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();
    private final Set<String> lost = ConcurrentHashMap.newKeySet();
    private final Set<String> lostOnce = ConcurrentHashMap.newKeySet();
    private volatile boolean onlyFilling;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    public SomeGoods(Collection<String> subjects) {
        this(new ConcurrentSkipListSet<>(subjects));
    }

    private SomeGoods(NavigableSet<String> subjects) {
        this.subjects = subjects;
    }

    /** The same goods as another process loads them. */
    public SomeGoods elsewhere() {
        return new SomeGoods(subjects);
    }

    public void add(String subject) {
        subjects.add(subject);
    }

    /** From now on these cannot be loaded. */
    public void breakAt(Collection<String> some) {
        broken.addAll(some);
    }

    /** From now on this one has no entry, though the database knows of one. */
    public void lose(String subject) {
        lost.add(subject);
    }

    public void loseOnce(String subject) {
        lostOnce.add(subject);
    }

    /** All can be loaded again, and what was loaded is forgotten. */
    public void repair() {
        broken.clear();
        lost.clear();
        loaded.clear();
    }

    /** Nothing comes out of here until it is let go. */
    public void hold() {
        onlyFilling = false;
        gate = new CountDownLatch(1);
    }

    public void holdFilling() {
        onlyFilling = true;
        gate = new CountDownLatch(1);
    }

    public void letGo() {
        gate.countDown();
    }

    /** What was wanted to be loaded, in order. */
    public List<String> loaded() {
        return loaded;
    }

    @Override
    public String kind() {
        return "goods";
    }

    @Override
    public List<String> subjects(String last, int size) {
        return subjects.tailSet(last, false).stream().limit(size).toList();
    }

    @Override
    public long count() {
        return subjects.size();
    }

    @Override
    public void ids(Consumer<String> ids) {
        subjects.forEach(ids);
    }

    @Override
    public void load(Collection<String> wanted, Consumer<IndexEntry> entries, Consumer<String> removed) {
        loaded.addAll(wanted);
        if (!onlyFilling || Thread.currentThread().getName().equals("index-filling")) {
            awaitGate();
        }
        for (String subject : wanted) {
            if (broken.contains(subject)) {
                throw new IllegalStateException("Cannot be loaded: " + subject);
            }
            if (!lost.contains(subject) && !lostOnce.remove(subject)) {
                String[] readers = subject.hashCode() % 2 == 0 ? new String[0] : new String[] {"BY"};
                entries.accept(
                        someEntry(subject).saying("насос").onlyFor(readers).entry());
            }
        }
    }

    private void awaitGate() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
