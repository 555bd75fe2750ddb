package fr.lamine.model.catalog;

/// Legal streams of extended producer responsibility (*filières REP*, C. env. L541-10-1, numbers of the article).
public enum Stream {
    PMCB(4),
    EEE(5),
    DEA(10),
    TLC(11),
    TOYS(12),
    ASL(13),
    ABJ(14);

    private final int number;

    Stream(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}
