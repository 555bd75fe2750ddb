package fr.lamine.backoffice.apply;

import fr.lamine.backoffice.discrepancy.Discrepancy;
import fr.lamine.backoffice.discrepancy.Kind;
import fr.lamine.backoffice.discrepancy.SettlementDao.Settlement;
import fr.lamine.backoffice.fact.Recorded;
import fr.lamine.backoffice.item.CarriedDao;
import fr.lamine.backoffice.sale.ReturnDao;
import fr.lamine.backoffice.stock.Posting;
import fr.lamine.model.fact.Fact;
import fr.lamine.model.fact.Fact.DiscrepancySettled;
import fr.lamine.model.fact.Fact.JournalContinues;
import fr.lamine.model.fact.Fact.LabelVoided;
import fr.lamine.model.fact.Fact.Labelled;
import fr.lamine.model.fact.Fact.ReferenceChanged;
import fr.lamine.model.fact.Fact.Sale;
import fr.lamine.model.fact.Fact.WeighIn;
import fr.lamine.model.fact.Fact.WeighInReversed;
import fr.lamine.model.fact.FactId;
import fr.lamine.model.fact.JournalKind;
import fr.lamine.model.fact.Movements;
import fr.lamine.model.fact.OnlineFact;
import fr.lamine.model.fact.SiteFact;
import fr.lamine.model.fact.TillFact.CashMoved;
import fr.lamine.model.fact.TillFact.Closing;
import fr.lamine.model.fact.TillFact.Collected;
import fr.lamine.model.fact.TillFact.GivenAway;
import fr.lamine.model.fact.TillFact.TillOpened;
import fr.lamine.model.item.ItemCode;
import fr.lamine.model.measure.MassProvenance;
import fr.lamine.model.site.TerminalId;
import fr.lamine.model.stock.Movement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a run of facts will write, sorted by table.
final class Gathered {

    final List<Recorded<Fact>> counted = new ArrayList<>();
    final List<Recorded<Fact>> uncounted = new ArrayList<>();
    final List<Recorded<WeighIn>> weighIns = new ArrayList<>();
    final List<Recorded<WeighInReversed>> reversals = new ArrayList<>();
    final List<Recorded<Labelled>> labels = new ArrayList<>();
    final List<Recorded<LabelVoided>> voided = new ArrayList<>();
    final List<Recorded<GivenAway>> given = new ArrayList<>();
    final List<Recorded<Sale>> sales = new ArrayList<>();
    final List<Recorded<Closing>> closings = new ArrayList<>();
    final List<Recorded<TillOpened>> openings = new ArrayList<>();
    final List<Recorded<CashMoved>> cashMoves = new ArrayList<>();
    final List<Recorded<Collected>> collected = new ArrayList<>();
    final List<Recorded<OnlineFact>> online = new ArrayList<>();
    final List<Recorded<SiteFact>> siteFacts = new ArrayList<>();
    final List<Recorded<ReferenceChanged>> catalogs = new ArrayList<>();
    final List<Settlement> settlements = new ArrayList<>();
    final List<Posting> postings = new ArrayList<>();
    final List<Discrepancy> discrepancies = new ArrayList<>();
    final Map<String, FactId> scopes = new TreeMap<>();
    final TreeMap<ItemCode, FactId> items = new TreeMap<>();
    final Map<FactId, FactId> returned = new TreeMap<>();
    final Map<String, FactId> vouchers = new TreeMap<>();
    final Map<TerminalId, Map<Long, FactId>> tickets = new TreeMap<>();
    /// The generation from which on closings may go on from something else than before.
    final Map<TerminalId, Integer> linesFrom = new TreeMap<>();

    void move(Recorded<? extends Fact> recorded) {
        List<Movement> movements = Movements.of(recorded.fact());
        for (int i = 0; i < movements.size(); i++) {
            postings.add(Posting.of(recorded, i + 1, movements.get(i)));
        }
    }

    /// A scale that is not there may stand in for a real one in training and demonstration only.
    void emulated(Recorded<? extends Fact> recorded, JournalKind kind, MassProvenance provenance) {
        if (kind == JournalKind.REAL && provenance instanceof MassProvenance.Weighed w && w.emulated()) {
            discrepancies.add(new Discrepancy(
                    Kind.EMULATED_DEVICE,
                    recorded.id().toString(),
                    Discrepancy.ofFact(recorded.id()),
                    Optional.of(recorded.context().site()),
                    Optional.of(recorded.id()),
                    "La balance « " + w.scale() + " » était simulée, dans un journal réel."));
        }
    }

    void settle(FactId id, DiscrepancySettled s) {
        settlements.add(new Settlement(
                id,
                s.kind(),
                s.subject(),
                s.shown(),
                s.context().operator(),
                s.context().occurredAt(),
                s.reason()));
    }

    /// A return is judged with the sale that it names, whichever of them arrives first; a voucher with all its uses.
    void back(Recorded<Sale> sale) {
        Map<FactId, FactId> of = new TreeMap<>();
        of.put(sale.id(), sale.id());
        sale.fact().returns().forEach(line -> line.of().ifPresent(sold -> of.put(sold.ticket(), sale.id())));
        returned.putAll(of);
        ReturnDao.vouchers(sale.fact()).forEach(move -> vouchers.put(move.code(), sale.id()));
    }

    /// Goods between sites, and what was found on a shelf.
    void carry(Recorded<SiteFact> recorded) {
        siteFacts.add(recorded);
        CarriedDao.items(recorded.fact()).forEach(item -> touch(item, recorded.id()));
    }

    void line(Recorded<Fact> recorded) {
        int generation = recorded.id().journal().generation();
        int from = recorded.fact() instanceof JournalContinues ? generation : generation + 1;
        linesFrom.merge(recorded.id().journal().terminal(), from, Math::min);
    }

    void touch(ItemCode item, FactId by) {
        items.put(item, by);
    }

    void ticket(Recorded<Sale> sale) {
        tickets.computeIfAbsent(sale.id().journal().terminal(), _ -> new TreeMap<>())
                .put(sale.fact().ticket(), sale.id());
    }
}
