package fr.lamine.model.journal;

import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalId;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.TillFact;
import fr.lamine.model.journal.Chain.Finding;
import fr.lamine.model.journal.Keys.VerifyingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows a journal entry by entry, generation by generation, and names the first entry that is not as it was sealed.
/// It trusts the key it is given, or the key that the journal opens with, and from there only keys that a trusted key
/// spoke for. Holds one entry at a time; for one thread.
public final class JournalCheck {

    /// @param id      the entry concerned
    /// @param finding what is wrong with it
    public record Problem(FactId id, Finding finding) {}

    private final Optional<String> trustedFingerprint;
    private Optional<FactId> first = Optional.empty();
    private Optional<Head> head = Optional.empty();
    private Optional<VerifyingKey> key = Optional.empty();
    private Optional<Fact> last = Optional.empty();
    private long entries;

    public JournalCheck(Optional<String> trustedFingerprint) {
        this.trustedFingerprint = trustedFingerprint;
    }

    /// For a journal whose beginning is not at hand: what stands before its first entry.
    public static JournalCheck from(Head head, VerifyingKey key) {
        JournalCheck check = new JournalCheck(Optional.of(key.fingerprint()));
        check.head = Optional.of(head);
        check.key = Optional.of(key);
        return check;
    }

    /// Takes the next entry; after a problem it must not be asked again.
    public Optional<Problem> next(Entry entry) {
        return follow(Examined.forItsKeys(entry)).problem();
    }

    /// Takes the next entries, and names the first that is wrong. Their signatures are checked side by side.
    public Optional<Problem> next(List<Entry> entries) {
        List<Followed> taken = new ArrayList<>();
        for (Entry entry : entries) {
            Followed followed = follow(Examined.forItsKeys(entry));
            taken.add(followed);
            if (followed.finding().isPresent()) {
                break;
            }
        }
        return taken.parallelStream()
                .map(Followed::problem)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /// What can be said of an entry wherever it stands; the dear part of it needs no order and may run in parallel.
    public record Examined(Entry entry, Optional<Fact> fact, Optional<Finding> hashes) {
        public static Examined of(Entry entry) {
            return new Examined(entry, readable(entry), Chain.checkHashes(entry));
        }

        /// What the chain needs to know: a body that can hold no key is hashed and not read.
        static Examined forItsKeys(Entry entry) {
            Optional<Fact> fact = FactTypes.concernsTheChain(entry.type()) ? readable(entry) : Optional.empty();
            return new Examined(entry, fact, Chain.checkHashes(entry));
        }

        /// Of an entry whose body was left out and is known by its hash alone.
        public static Examined withoutBody(Entry entry) {
            return new Examined(entry, Optional.empty(), Chain.checkHash(entry));
        }
    }

    /// An entry that has its place in the chain, or what is wrong with that place; its signature is still to be checked
    /// against the key in force there.
    public record Followed(Entry entry, Optional<VerifyingKey> signer, Optional<Finding> finding) {
        public Optional<Finding> checkSignature() {
            return signer.orElseThrow().verifies(entry.signedText(), entry.signature())
                    ? Optional.empty()
                    : Optional.of(Finding.SIGNATURE_WRONG);
        }

        private Optional<Problem> problem() {
            return finding.or(this::checkSignature).map(f -> new Problem(entry.id(), f));
        }
    }

    /// Everything that [#next] does except for the signature.
    public Followed follow(Examined examined) {
        Entry entry = examined.entry();
        Optional<Finding> finding = examined.hashes().or(() -> find(entry, examined.fact()));
        Optional<VerifyingKey> signer = key;
        if (finding.isEmpty()) {
            head = Optional.of(new Head(entry.journal(), entry.seq(), entry.hash()));
            if (examined.fact().isPresent() && examined.fact().get() instanceof Fact.KeyChanged(var _, var publicKey)) {
                key = keyIn(publicKey);
            }
            first = first.or(() -> Optional.of(entry.id()));
            last = examined.fact();
            entries++;
        }
        return new Followed(entry, signer, finding);
    }

    /// The entry that was taken first: what stands before it was not looked at.
    public Optional<FactId> first() {
        return first;
    }

    public Optional<Head> head() {
        return head;
    }

    public long entries() {
        return entries;
    }

    public Optional<VerifyingKey> key() {
        return key;
    }

    /// An export that was not cut ends with the entry that says how far it goes.
    public boolean endsWithExport() {
        return last.isPresent() && last.get() instanceof Fact.Exported;
    }

    private Optional<Finding> find(Entry entry, Optional<Fact> fact) {
        boolean begins = head.isEmpty() || isNextGeneration(entry.journal());
        if (begins) {
            Optional<VerifyingKey> opening = fact.flatMap(f -> openingKey(entry.journal(), f));
            if (opening.isEmpty()) {
                return Optional.of(entry.seq() == 1 ? Finding.UNKNOWN_KEY : Finding.NUMBER_OUT_OF_ORDER);
            }
            key = opening;
            if (fact.isPresent() && !follows(fact.get())) {
                return Optional.of(Finding.CHAIN_BROKEN);
            }
        }
        Optional<Finding> link = Chain.checkLink(begins ? Head.empty(entry.journal()) : head.orElseThrow(), entry);
        if (link.isPresent()) {
            return link;
        }
        return key.isPresent() && key.get().keyId().equals(entry.keyId())
                ? Optional.empty()
                : Optional.of(Finding.UNKNOWN_KEY);
    }

    private boolean isNextGeneration(JournalId journal) {
        JournalId current = head.orElseThrow().journal();
        return journal.terminal().equals(current.terminal()) && journal.generation() == current.generation() + 1;
    }

    private Optional<VerifyingKey> openingKey(JournalId journal, Fact fact) {
        return switch (fact) {
            case Fact.JournalOpened(var _, var _, var publicKey) ->
                keyIn(publicKey).filter(k -> head.isEmpty() && isTrusted(k));
            case Fact.JournalContinues c -> {
                Optional<VerifyingKey> next = keyIn(c.publicKey());
                yield next.filter(k -> head.isEmpty() ? isTrusted(k) : isEndorsed(journal, k, c.endorsement()));
            }
            case Fact.KeyChanged _,
                    Fact.WeighIn _,
                    Fact.WeighInReversed _,
                    Fact.Labelled _,
                    Fact.LabelVoided _,
                    Fact.Sale _,
                    Fact.TerminalEnrolled _,
                    Fact.ReferenceChanged _,
                    Fact.DiscrepancySettled _,
                    Fact.Exported _,
                    OnlineFact _,
                    TillFact _,
                    SiteFact _ -> Optional.empty();
        };
    }

    /// A further generation names the very entry that the one before ended with.
    private boolean follows(Fact opening) {
        return head.isEmpty()
                || opening instanceof Fact.JournalContinues c
                        && c.previousGeneration() == head.get().journal().generation()
                        && c.previousSeq() == head.get().seq()
                        && c.previousHash().equals(head.get().hash());
    }

    private boolean isEndorsed(JournalId next, VerifyingKey nextKey, Optional<String> endorsement) {
        return key.isPresent()
                && endorsement.isPresent()
                && Endorsement.holds(next, nextKey, key.get(), endorsement.get());
    }

    private static Optional<VerifyingKey> keyIn(String text) {
        try {
            return Optional.of(VerifyingKey.parse(text));
        } catch (IllegalArgumentException e) {
            // A text that is no key vouches for nothing: the entries under it will have no known key.
            return Optional.empty();
        }
    }

    private boolean isTrusted(VerifyingKey opening) {
        return trustedFingerprint.isEmpty() || trustedFingerprint.get().equals(opening.fingerprint());
    }

    private static Optional<Fact> readable(Entry entry) {
        try {
            return Optional.of(Json.fact(entry));
        } catch (Json.Unreadable e) {
            // A body of a later version is sealed all the same: what it means is for those who know its type.
            return Optional.empty();
        }
    }
}
