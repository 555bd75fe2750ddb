package fr.lamine.pos.demo;

import fr.lamine.model.site.SiteCode;
import java.util.List;

/// How busy a shop of the demonstration is on an ordinary opening day; Saturdays are half as busy again.
///
/// @param weighings  of goods coming in
/// @param labels     made
/// @param tickets    paid
/// @param shelved    percent of what comes in that goes to the shelf within the day
/// @param recycled   percent that leaves for a recycler
/// @param wasted     percent that leaves as waste
/// @param categories what it deals in
public record ShopProfile(
        SiteCode site,
        int weighings,
        int labels,
        int tickets,
        int shelved,
        int recycled,
        int wasted,
        boolean online,
        List<Share> categories) {

    /// How much of its trade one category is; the three figures weigh it against the others.
    ///
    /// @param given     among what comes in, `meanGrams` a weighing
    /// @param labelled  among what gets a label; the online shop sells nothing else
    /// @param unlabelled among what is sold off the shelf by its category
    record Share(String category, int given, int meanGrams, int labelled, int unlabelled) {}

    public static final ShopProfile ARCUEIL = new ShopProfile(
            new SiteCode("ARCUEIL"),
            46,
            11,
            40,
            44,
            36,
            8,
            false,
            List.of(
                    new Share("vetement", 26, 4_000, 6, 34),
                    new Share("meuble", 12, 21_500, 40, 0),
                    new Share("livre", 14, 6_600, 5, 24),
                    new Share("vaisselle", 13, 4_600, 6, 24),
                    new Share("jouet", 8, 3_800, 4, 12),
                    new Share("petit_electromenager", 9, 6_200, 18, 2),
                    new Share("gros_electromenager_hors_refrigerant", 2, 46_000, 8, 0),
                    new Share("ecran", 3, 9_500, 8, 0),
                    new Share("chaussures", 4, 3_200, 2, 6),
                    new Share("outil_de_bricolage_et_jardinage", 3, 5_100, 2, 4),
                    new Share("velo", 2, 14_000, 8, 0),
                    new Share("a_classer", 4, 4_000, 0, 3)));

    public static final ShopProfile GENTILLY = new ShopProfile(
            new SiteCode("GENTILLY"),
            18,
            4,
            21,
            58,
            25,
            4,
            false,
            List.of(
                    new Share("vetement", 34, 3_900, 6, 34),
                    new Share("livre", 18, 6_200, 5, 24),
                    new Share("vaisselle", 18, 4_100, 6, 24),
                    new Share("jouet", 12, 3_500, 4, 12),
                    new Share("chaussures", 8, 3_000, 2, 6),
                    new Share("petit_electromenager", 6, 5_200, 18, 2),
                    new Share("meuble", 4, 12_500, 40, 0)));

    public static final ShopProfile ONLINE = new ShopProfile(
            new SiteCode("EN-LIGNE"),
            4,
            5,
            4,
            10,
            12,
            1,
            true,
            List.of(
                    new Share("livre", 55, 5_800, 5, 24),
                    new Share("jouet", 15, 2_900, 4, 12),
                    new Share("petit_electromenager", 15, 4_400, 18, 2),
                    new Share("vetement", 15, 2_800, 6, 34)));
}
