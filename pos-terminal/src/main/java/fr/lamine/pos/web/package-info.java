/// The screens of the counter (*les écrans du comptoir*): views, pages and the words on them. Pure: a
/// [fr.lamine.pos.web.view.FrameView] goes in, HTML comes out. The page holds no state; all of it hangs on the
/// station, so a reload at any moment shows the same screen.
///
/// ## What the pages ask of the server
///
/// Every `POST` is a plain form (`application/x-www-form-urlencoded`, UTF-8) with the field `token`, the one-time token
/// of the [fr.lamine.pos.web.view.FrameView] it came from: a second post with the same token answers with the first
/// one's result. `/scan` alone has none, since two scans of one thing are two scans. Fields called `entry` hold what
/// was typed on the keypad, `1,50` or `1.50`, empty when nothing was; a field that is not listed is ignored.
///
/// **Answers.** With the header `HX-Request: true`: 200 and [Pages#counter], whatever happened; a refusal is the same
/// screen with a band. A fault is 500 with the same fragment (or a notice). Without that header: 303 to `/`. Problem
/// documents (4xx) are never swapped into the page: it says that the counter did not understand.
///
/// | method, path | fields | meaning |
/// |---|---|---|
/// | GET `/` | | page of what the station shows now |
/// | GET `/pesee` `/etiquettes` `/caisse` `/tiroir` `/aide` | | go to that mode, then its page (fragment when
/// `HX-Request`) |
/// | GET `/flux` | | server-sent events, below |
/// | GET `/assets/…` | | files of `lamine/assets/` in shared-model |
/// | GET `/webjars/…` | | files of `META-INF/resources/webjars/`, version in the path |
/// | POST `/scan` | `code` 4–400 characters | a scan from a keyboard wedge; means the same as one read by the process |
/// | POST `/connexion/operateur` | `operator` | tile pressed: ask the PIN |
/// | POST `/connexion/page` | `page` | next page of tiles |
/// | POST `/connexion/pin` | `operator`, `pin` 4–8 digits | sign in |
/// | POST `/connexion/retour` | | back to the tiles |
/// | POST `/deconnexion` | | sign out: back to the tiles |
/// | POST `/pesee/panneau` | `panel`, such as `CATEGORIES`, `SEARCH`, `CONTAINERS`, `HISTORY` or `PIECES` | panel |
/// | POST `/pesee/famille` | `family` | chip |
/// | POST `/pesee/page` | `page` | next page of tiles |
/// | POST `/pesee/recherche` | `q` ≤ 40 characters, or `pick` | what a word means, and where such things go |
/// | POST `/pesee/categorie` | `category` | tile |
/// | POST `/pesee/contenant` | `container`, empty for none | tare |
/// | POST `/pesee/provenance` | `source` | a business and a home collection are asked about further |
/// | POST `/pesee/siret`, `/pesee/tournee` | `answer`, empty for none, else `typed` | of the source |
/// | POST `/pesee/lot` | `load` a category | goods are sorted out of it |
/// | POST `/pesee/commune` | `commune` a choice's code, empty for none, else `place` as typed | |
/// | POST `/pesee/destination` | `destination` | |
/// | POST `/pesee/depart` | `area` | where goods that leave stood |
/// | POST `/pesee/repreneur`, `/pesee/document` | `answer`, empty for none, else `typed` | of goods that leave |
/// | POST `/pesee/bon` | | prints the slip of what left this way today |
/// | POST `/pesee/pieces` | `answer`, empty to weigh again, else `typed` | average weight instead of a scale's |
/// | POST `/pesee/rayon` | `on` `true` or `false` | *mise en rayon*: from sorting to the shop |
/// | POST `/pesee/poids` | `entry` kilograms | typed weight, refused while a scale can be used |
/// | POST `/pesee/enregistrer` | `confirmed` `true` after the question | records |
/// | POST `/pesee/annuler` | `id` | takes a weighing back |
/// | POST `/etiquettes/categorie` | `category` | tile |
/// | POST `/etiquettes/page` | `page` | |
/// | POST `/etiquettes/retour` | | another category |
/// | POST `/etiquettes/prix` | `amount` a proposed price, else `entry` | price of a piece |
/// | POST `/etiquettes/pieces` | `entry` | number of pieces |
/// | POST `/etiquettes/poids` | `basis` a choice's code, or `entry` kilograms typed | where the mass comes from |
/// | POST `/etiquettes/origine` | `origin` | from sorting or from the shop |
/// | POST `/etiquettes/titre` | `title` ≤ 60, which all forms of that screen carry | |
/// | GET `/etiquettes/{code}.png` | | picture of a label |
/// | POST `/etiquettes/imprimer` | `entry` a price typed, not yet confirmed | record, then print |
/// | POST `/etiquettes/reimprimer` | `id` | |
/// | POST `/caisse/categorie` | `category`, `entry` optional | posted prices; with `entry` the line |
/// | POST `/caisse/page` | `page` | next page of keys |
/// | POST `/caisse/prix` | `amount` a posted price, else `entry` | the new line's price, or that of the chosen line |
/// | POST `/caisse/quantite` | `entry` | pieces of the chosen line, else of the newest |
/// | POST `/caisse/code` | `entry` 13 digits, or the last 8, or none | a damaged label's code; without digits its panel
/// |
/// | POST `/caisse/plus` `/caisse/moins` `/caisse/retirer` | | on the chosen line |
/// | POST `/caisse/ligne` | `line` | line tapped: chosen; a second tap lets it go |
/// | POST `/caisse/retour` | | close the panel: back to the category keys |
/// | POST `/caisse/ticket` | `page` | page of the ticket |
/// | POST `/caisse/motif` | `reason` | why the price leaves the grid or the label |
/// | POST `/caisse/remise` | `whole` `true` for the whole ticket, else the chosen line | take something off |
/// | POST `/caisse/remise/motif` `…/part` `…/montant` `…/aucune` | `reason`; `share` percent; `entry` euros | |
/// | POST `/caisse/responsable` | `operator` | the manager whose code is asked |
/// | POST `/caisse/responsable/code` | `operator`, `pin` 4–8 digits | a manager allows what was asked, once |
/// | POST `/caisse/abandonner` | | drop the whole ticket |
/// | POST `/caisse/annuler` | `id` | undo offered by a band |
/// | POST `/caisse/encaisser` | | to the tenders |
/// | POST `/caisse/payer/especes` (`carte`, `cheque`) | `amount` of a key, else `entry`, else all due | one tender |
/// | POST `/caisse/payer/terminal` `…/main` `…/locale` | `entry`, else all due | card terminal, card by hand, local
/// currency |
/// | POST `/caisse/payer` `…/autres` `…/fin` | `entry` optional | back to the tenders, the rarer ones, record what is
/// covered |
/// | POST `/caisse/cheque` `…/banque` `…/banques` `…/retour` `…/recu` | `entry` amount, then number; `bank` or `typed`
/// | |
/// | POST `/caisse/virement` `…/recu` `/caisse/bon` `…/code` | `entry`; `reference`; `entry` digits of the code | |
/// | POST `/caisse/rendu` `…/un` | `tender` its place | which of the things handed over goes back |
/// | POST `/caisse/carte/attente` `…/oui` `…/non` | | wait no longer; what the card terminal printed |
/// | GET `/client` `/client/flux` | | the customer's own screen and its event `client` |
/// | POST `/caisse/recu` | | paper receipt of the last sale |
/// | POST `/impression/sorti` `/impression/encore` | `id` of a job | somebody looked: it is out, or print it again |
/// | POST `/impression/imprimer` `/impression/annuler` | `id` of the newest job meant | print what waits, or drop it |
/// | POST `/caisse/suivant` | | next customer; the page posts it by itself when the time is up |
/// | GET `/appareils` | | the devices; always begins with the overview |
/// | POST `/appareils/essayer` | `use` `SCALE` `SCANNER` `TICKETS` `LABELS` | one device, large |
/// | POST `/appareils/zero` `/appareils/tare` `/appareils/retour` | | |
/// | POST `/appareils/page` `/appareils/reprendre` | `use` | test page; what stopped the printer was cleared |
/// | POST `/appareils/tiroir` | | manager, as all that follow |
/// | POST `/appareils/contact` | | the drawer, large |
/// | POST `/appareils/contact/apprendre` `…/contact/vu` | | teach its switch; somebody sees it open, then closed |
/// | POST `/appareils/choisir` | `use` | the known devices |
/// | POST `/appareils/utiliser` `…/modifier` `…/oublier` | `device` use, `/`, id; no id: do without | |
/// | POST `/appareils/ajouter` | | where is the new one |
/// | POST `/appareils/ici` | `place` of those found | |
/// | POST `/appareils/adresse` | `address` ≤ 300, typed | |
/// | POST `/appareils/ligne` | `line` `9600/8N1` | setting of the serial line |
/// | POST `/appareils/controle-de-flux` | `flow` of a printer on a serial line; `name` | |
/// | POST `/appareils/protocole` | `protocol` | |
/// | POST `/appareils/classe` `/appareils/plaque` | `class`, `name`, `max`, `min`, `division`, `sticker` | keep; save |
/// | POST `/appareils/papier` `…/accents` `…/avec-tiroir` | `paper`, `codes`, `drawer`; `name` | |
/// | POST `/appareils/langue` `…/format` `…/finesse` | `language`, `format` `57x32`, `resolution`; `name` | |
/// | POST `/appareils/essai` `/appareils/enregistrer` | `name` | test page before saving; save |
/// | GET `/trames` `/trames/flux` `/trames/texte` | `appareil` | raw frames: page, its events, text to keep |
/// | POST `/tiroir/ouvrir` `/tiroir/fermer` `/tiroir/banque` `/tiroir/recompter` | | begin to count |
/// | POST `/tiroir/piece` | `face` in cents, `entry` how many of the one before | count this coin or note |
/// | POST `/tiroir/suite` | `entry` how many | the next coin or note |
/// | POST `/tiroir/compte` | `entry` how many of the last | the count is done |
/// | POST `/tiroir/kick` | | open the drawer to count it |
/// | POST `/tiroir/laisser` | `amount` of a key, else `entry` | what stays in the drawer |
/// | POST `/tiroir/clore` | `entry` optional, what stays | close the day, or ask for a manager |
/// | POST `/tiroir/responsable` | `operator` | the manager whose code is asked |
/// | POST `/tiroir/page` | `page` | next page of managers |
/// | POST `/tiroir/code` | `operator`, `pin` 4–8 digits | a manager says yes, and the day is closed |
/// | POST `/tiroir/personne` | | no manager is there: the day is closed all the same |
/// | POST `/tiroir/entree` `/tiroir/sortie` `/tiroir/tiroir` | | cash in, out, open the drawer: ask why |
/// | POST `/tiroir/motif` | `reason`, `entry` optional | why |
/// | POST `/tiroir/valider` | `entry` euros | how much |
/// | POST `/tiroir/x` `/tiroir/x/imprimer` | | reading, on the screen or printed |
/// | POST `/tiroir/clotures` | | the last closings |
/// | POST `/tiroir/clotures/imprimer` | `id` | print a closing once more |
/// | POST `/tiroir/mois` `/tiroir/annee` | | a manager closes a month or a year |
/// | POST `/tiroir/retour` | | back to the overview |
///
/// **Events of `/flux`** (data is HTML, one event at a time, `bar` and, where there is a scale, `weight` at once after
/// connecting; a page that had to reconnect reloads itself):
///
/// | event | data | sent when |
/// |---|---|---|
/// | `weight` | [Pages#weight] | the text of the weight or what the main action may do has changed, at most 10 a second
/// |
/// | `etat-…` `lu` `lu-…` | [Pages#live] | a device of the screen *Appareils* says something else |
/// | `bar` | [Pages#bar] | connection, devices or operator changed; at least each minute while facts are unsent |
/// | `screen` | [Pages#counter] | something outside the page changed the screen: a scan, a device lost, another tab |
///
/// **Headers** that the pages need and nothing more: `Content-Security-Policy: default-src 'none'; script-src 'self';
/// style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';
/// frame-ancestors 'none'`.
package fr.lamine.pos.web;
