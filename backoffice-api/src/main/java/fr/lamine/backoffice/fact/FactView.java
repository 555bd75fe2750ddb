package fr.lamine.backoffice.fact;

import fr.lamine.backoffice.catalog.Names;
import fr.lamine.backoffice.fact.Story.Detail;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.journal.Chain.Finding;
import java.util.List;
import java.util.Optional;

/// The page of one fact.
///
/// @param story   absent when this version cannot read the body
/// @param finding what is wrong with its seal, if anything is
public record FactView(
        StoredEntry stored,
        Names names,
        Optional<Story> story,
        List<Detail> circumstances,
        Optional<Finding> finding,
        Optional<FactId> previous,
        Optional<FactId> next) {

    static FactView of(StoredEntry stored, long last, Names names) {
        Storyteller teller = new Storyteller(names);
        Optional<Fact> fact = stored.fact();
        FactId id = stored.id();
        return new FactView(
                stored,
                names,
                fact.map(teller::tell),
                fact.map(Fact::context).map(teller::circumstances).orElse(List.of()),
                stored.finding(),
                id.seq() > 1 ? Optional.of(new FactId(id.journal(), id.seq() - 1)) : Optional.empty(),
                id.seq() < last ? Optional.of(new FactId(id.journal(), id.seq() + 1)) : Optional.empty());
    }
}
