package fr.lamine.pos.station;

/// Every expected "no" of the counter, with what it says to people and what they can do.
public enum Refusal {
    NOT_SIGNED_IN("Personne n’est connecté.", "Choisissez votre nom, puis tapez votre code."),
    NOT_YOUR_MODE("Ce poste ne vous est pas ouvert.", "Demandez à une personne de la caisse."),
    UNKNOWN_OPERATOR("Cette personne n’est pas connue ici.", "Choisissez un nom affiché."),
    WRONG_PIN("Le code est faux.", "Essayez encore."),
    WAIT("Trop d’essais.", "Attendez %s avant d’essayer encore."),

    MANAGER_ONLY("C’est réservé aux responsables.", "Demandez à une ou un responsable."),
    BAD_ADDRESS("Cette adresse n’est pas lisible.", "Tapez par exemple 192.168.1.40, COM3 ou /dev/ttyUSB0."),
    NAME_MISSING("Il manque le nom de l’appareil.", "Tapez par exemple « Balance au sol »."),
    NAME_TAKEN("Un autre appareil a déjà ce nom.", "Choisissez un autre nom."),
    BAD_PLATE("Ces nombres ne vont pas ensemble.", "Recopiez Max, Min et e de la plaque."),
    BAD_STICKER("Cette date n’est pas lisible.", "Tapez par exemple 31/03/2027."),
    TOO_MANY_DEVICES("Il y a déjà trop d’appareils.", "Oubliez-en un d’abord."),
    DEVICE_GONE("Cet appareil n’est plus dans la liste.", "Choisissez-en un affiché."),
    DEVICE_IN_USE("Cet appareil est en service.", "Choisissez-en un autre d’abord."),
    DEVICE_EMULATED("Un appareil simulé ne sert pas ici.", "%s"),
    NO_CARD_TERMINAL("Aucun terminal de carte n’est choisi.", "Tapez le montant à la main sur le terminal."),
    NO_PRINTER("Aucune imprimante n’est choisie.", "Choisissez-en une dans « Appareils »."),
    NO_DRAWER("Aucun tiroir n’est branché sur l’imprimante.", ""),
    COMMAND_NOT_TAKEN("La balance ne l’accepte pas.", "Faites-le avec ses boutons."),

    NO_SCALE("La balance ne répond pas.", "Vérifiez son câble, ou tapez le poids."),
    STALE("La balance ne dit plus rien.", "Vérifiez son câble, ou tapez le poids."),
    UNREADABLE("La balance envoie des signes illisibles.", "Appelez de l’aide, ou tapez le poids."),
    UNSTABLE("Le poids bouge encore.", "Attendez que la balance soit stable."),
    UNDER_ZERO("La balance est sous zéro.", "Videz-la, puis remettez-la à zéro."),
    OVERLOAD("C’est trop lourd pour la balance.", "Pesez en plusieurs fois."),
    SCALE_WORKS("La balance marche.", "Posez l’objet sur la balance."),
    SCALE_TARED("La balance a déjà enlevé une tare.", "Remettez sa tare à zéro, ou retirez le contenant."),
    EMULATED_SCALE("Cette balance est simulée.", "Elle ne sert qu’en formation."),
    BELOW_TARE("Le poids est plus petit que celui du contenant.", "Vérifiez le contenant choisi."),
    NOTHING_THERE("Il n’y a rien sur la balance.", "Posez l’objet sur la balance."),
    BAD_WEIGHT("Ce poids n’est pas lisible.", "Tapez par exemple 12,340."),
    UNKNOWN_CATEGORY("Cette catégorie n’existe pas.", "Choisissez une catégorie affichée."),
    UNKNOWN_CONTAINER("Ce contenant n’est pas connu.", "Choisissez un contenant affiché."),
    BAD_COMMUNE("Cette commune n’est pas lisible.", "Tapez son nom ou son code postal."),
    UNKNOWN_WEIGH_IN("Cette pesée n’est pas d’ici.", "Choisissez une pesée affichée."),
    ALREADY_REVERSED("Cette pesée est déjà annulée.", ""),
    TOO_OLD("Cette pesée est d’un autre jour.", "Demandez une correction au bureau."),

    BAD_PRICE("Ce prix n’est pas lisible.", "Tapez par exemple 1,50."),
    BAD_PIECES("Ce nombre n’est pas possible.", "Tapez un nombre de 1 à 9\u202f999."),
    BAD_TITLE("Ce titre est trop long.", "Au plus 60 signes."),
    TOO_LIGHT("C’est trop léger pour ce nombre de pièces.", "Vérifiez le poids et le nombre."),
    UNKNOWN_LABEL("Cette étiquette n’est pas d’ici.", "Choisissez une étiquette affichée."),

    UNKNOWN_CODE("Ce code n’est pas connu.", "Choisissez une catégorie."),
    CODE_LENGTH("Ce code n’a pas le bon nombre de chiffres.", "Tapez les 13 chiffres, ou les 8 derniers."),
    CODE_DIGIT("Un chiffre de ce code est faux.", "Relisez-le, puis tapez-le encore."),
    CODE_END("Aucune étiquette connue ne finit ainsi.", "Relisez le code, ou tapez les 13 chiffres."),
    CODE_AMBIGUOUS("Plusieurs étiquettes finissent ainsi.", "Tapez les 13 chiffres."),
    NOT_FOR_THE_TILL("Ce code n’est pas un article.", "Scannez l’étiquette de l’article."),
    NOT_FOR_WEIGHING("Ce code n’est pas un contenant.", "Scannez le code du contenant."),
    NO_SUCH_LINE("Cette ligne n’est plus sur le ticket.", ""),
    EMPTY_TICKET("Le ticket est vide.", "Scannez un article ou choisissez une catégorie."),
    TICKET_FULL("Le ticket a trop de lignes.", "Encaissez, puis commencez un autre ticket."),
    TICKET_BEING_PAID("Le ticket est en cours de paiement.", "Terminez le paiement, ou reprenez-le."),
    NOTHING_TO_UNDO("Il n’y a rien à annuler.", ""),
    UNKNOWN_ARTICLE("Cet article n’existe plus.", "Choisissez un article affiché."),
    ARTICLE_PRICE("Cet article a un prix fixe.", "Faites une remise, ou retirez la ligne."),
    FREE_OF_CHARGE("À zéro euro, c’est un don.", "Passez par « Sortie gratuite »."),
    NOT_ROUNDED("Le total a changé.", "Choisissez l’arrondi affiché."),
    NOT_WEIGHED("Cette ligne ne se pèse pas.", "Seuls les objets sans étiquette se pèsent ici."),
    NOTHING_TO_GIVE("Il manque l’objet à donner.", "Scannez son étiquette, ou choisissez une catégorie."),
    BAD_AMOUNT("Ce montant n’est pas lisible.", "Tapez par exemple 20,00."),
    MORE_THAN_DUE("C’est plus que le reste à payer.", "Seules les espèces rendent la monnaie."),
    NOT_PAID("Il manque encore %s.", "Ajoutez un paiement."),
    TOO_MANY_TENDERS("Il y a trop de paiements sur ce ticket.", "Reprenez le paiement."),
    CASH_CAP("Pas plus de %s en espèces.", "Prenez une partie par carte ou par chèque."),
    MORE_THAN_SOLD("Il n’en reste que %s à rendre.", "Vérifiez le ticket du client."),
    ALL_RETURNED("Cette ligne est déjà toute rendue.", ""),
    NOT_RETURNED("Ceci ne se reprend pas à la caisse.", "Voyez avec un responsable."),
    OTHER_TILL("Ce ticket vient de la caisse %s.", "La reprise se fait à cette caisse."),
    CARD_PENDING("Un paiement par carte attend sa réponse.", "Regardez le terminal de carte."),
    CARD_UNREACHABLE(
            "Le terminal de carte ne répond pas. Rien n’est payé.", "Vérifiez-le, ou\u202f: Autre, Carte à la main."),
    CARD_DECLINED("%s Rien n’est payé.", "Essayez encore, ou choisissez un autre moyen."),
    CARD_TAKEN(
            "La carte a déjà payé %s.", "Terminez le paiement, ou reprenez-le après l’avoir annulé sur le terminal."),
    CARD_PAID_LATE("Le terminal dit après coup\u202f: carte payée, %s.", "Annulez ce paiement sur le terminal."),
    NO_CARD_DOUBT("Aucun paiement par carte n’attend de réponse.", ""),
    NO_SUCH_TENDER("Ce paiement n’est plus sur le ticket.", ""),
    BAD_REFERENCE("Cette référence n’est pas lisible.", "Au plus 40 lettres et chiffres, sans espace ni accent."),
    BAD_BANK("Ce nom de banque est trop long.", "Au plus 40 signes."),
    BAD_DRAWER("Ce nom n’est pas lisible.", "Au plus 60 signes."),
    NO_LOCAL_CURRENCY("La monnaie locale n’est pas prise ici.", "Choisissez un autre moyen."),
    REFUND_FIRST("Il faut rendre %s au client.", "Choisissez comment."),
    NOTHING_TO_REFUND("Il n’y a rien à rendre au client.", ""),
    NOT_SO_REFUNDED("Le client n’a pas payé autant ainsi.", "Choisissez un autre moyen, ou un bon."),
    UNKNOWN_VOUCHER("Ce bon n’est pas connu.", "Vérifiez son code."),
    VOUCHER_ELSEWHERE("Ce bon vient de la caisse %s.", "Il se prend à cette caisse."),
    VOUCHER_SPENT("Ce bon est déjà dépensé.", ""),
    BAD_REDUCTION("C’est plus que le prix.", "Au plus %s."),
    REDUCTION_TOO_LARGE("Une remise de plus de %s demande un responsable.", "Un responsable tape son code."),
    PRICE_TOO_LOW("Baisser ce prix de plus de %s demande un responsable.", "Un responsable tape son code."),
    UNKNOWN_SALE("Cette vente n’est pas d’ici.", "Choisissez une vente affichée."),
    TILL_CLOSED("La caisse est fermée.", "Ouvrez-la\u202f: comptez le fond de caisse."),
    TILL_LEFT_OPEN("La caisse du %s est restée ouverte.", "Comptez-la et fermez-la d’abord."),
    TILL_OPEN("La caisse est déjà ouverte.", ""),
    TILL_NOT_CLOSED("La caisse est encore ouverte.", "Fermez-la d’abord."),
    NOTHING_TO_CLOSE("Il n’y a rien à clôturer.", ""),
    LEFT_TOO_MUCH("C’est plus que ce qui est compté.", "Au plus %s."),
    MANAGER_NEEDED("L’écart dépasse %s.", "Un responsable tape son code."),
    NOT_FOR_THE_DRAWER("Rien ne se scanne ici.", "Passez à la caisse pour vendre."),
    NO_REASON("Il manque un motif.", "Choisissez un motif affiché."),
    NOTHING_FOR_BANK("Il n’y a rien à remettre.", "Comptez les billets et les pièces."),
    BAD_COUNT("Ce nombre n’est pas possible.", "Tapez un nombre de 0 à 9\u202f999."),
    UNKNOWN_CLOSING("Cette clôture n’est pas d’ici.", "Choisissez une clôture affichée."),
    PAPER_IN_DOUBT("Ce papier est peut-être sorti.", "Regardez l’imprimante, puis répondez en haut."),
    RECEIPT_IN_DOUBT("Ce ticket est peut-être sorti.", "Regardez le papier, puis répondez en haut.");

    private final String sentence;
    private final String advice;

    Refusal(String sentence, String advice) {
        this.sentence = sentence;
        this.advice = advice;
    }

    /// @param parts what fills the sentence or its advice, ready to be read
    public Answer.Refused with(Object... parts) {
        return new Answer.Refused(this, sentence.formatted(parts), advice.formatted(parts));
    }
}
