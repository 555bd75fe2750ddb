package fr.lamine.pos.station;

import fr.lamine.model.fact.Context;
import fr.lamine.model.site.OperatorCode;
import fr.lamine.model.site.SiteCode;
import fr.lamine.model.site.StationCode;
import fr.lamine.model.sync.Operator;
import fr.lamine.pos.reference.Reference;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// One screen with the person at it. The open ticket lies in the store under the station's code, so that it outlives
/// both. Safe for use by several threads.
public final class Station {

    /// Who stands in the context of an entry that the machine makes by itself.
    public static final OperatorCode MACHINE = new OperatorCode("MACHINE");

    private final SiteCode site;
    private final StationCode code;
    private final String appVersion;
    private final AtomicReference<Optional<Operator>> operator = new AtomicReference<>(Optional.empty());

    public Station(SiteCode site, StationCode code, String appVersion) {
        this.site = site;
        this.code = code;
        this.appVersion = appVersion;
    }

    public StationCode code() {
        return code;
    }

    public String appVersion() {
        return appVersion;
    }

    public SiteCode site() {
        return site;
    }

    public Optional<Operator> operator() {
        return operator.get();
    }

    public void signIn(Operator person) {
        operator.set(Optional.of(person));
    }

    public void signOut() {
        operator.set(Optional.empty());
    }

    public Context context(OperatorCode who, Reference reference, Instant now) {
        return new Context(
                site,
                code,
                who,
                now,
                reference.businessDay(site, now),
                Optional.empty(),
                reference.catalogRevision(),
                appVersion);
    }

    public Context machineContext(Reference reference, Instant now) {
        return context(MACHINE, reference, now);
    }
}
