#!/bin/sh
# Vérifie une archive de La Mine avec jq, sha256sum et openssl seulement.
# Usage : sh verifier.sh [DOSSIER_DE_L_ARCHIVE]
set -eu

cd "${1:-$(dirname -- "$0")}"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
mkdir "$tmp/cles"
ou=

non() {
    echo "NON : $ou$*" >&2
    exit 1
}
champ() { jq -j ".$1" "$tmp/ecriture"; }
contenu() { jq -j ".$1" "$tmp/corps"; }
empreinte() { sha256sum <"$1" | cut -c1-64; }
binaire() { printf '%s' "$1" | openssl base64 -d -A >"$2"; }
signe() { openssl dgst -sha256 -verify "$1" -keyform DER -signature "$2" "$3" >/dev/null 2>&1; }
cle() { printf '%s/cles/%s-%s' "$tmp" "$1" "$(empreinte "$2" | cut -c1-16)"; }

# Lit une écriture : son contenu, son texte signé, leurs empreintes.
lire() {
    printf '%s' "$2" >"$tmp/ecriture"
    generation=$(champ generation)
    ou="$1, écriture $(champ terminal)/$generation/$(champ seq) : "
    test "$(champ format)" = lamine-journal-1 || non "format inconnu"
    type=$(champ type)
    champ body >"$tmp/corps"
    if test "$(jq -r '.body == null' "$tmp/ecriture")" = true; then
        case $type in
        weigh-in.* | weigh-in-reversed.*) ;;
        *) non "son contenu a été retiré" ;;
        esac
    else
        test "$(empreinte "$tmp/corps")" = "$(champ bodyHash)" || non "son contenu a été changé"
    fi
    jq -j '[.format, .terminal, .generation, .seq, .recordedAt, .type, .keyId, .prevHash, .bodyHash]
        | map(tostring) | join("\n")' "$tmp/ecriture" >"$tmp/texte"
    test "$(empreinte "$tmp/texte")" = "$(champ hash)" || non "son empreinte est fausse"
    binaire "$(champ signature)" "$tmp/signature"
}

# 1. Les fichiers sont ceux de la liste.
sha256sum -c SHA256SUMS >/dev/null 2>"$tmp/dit" || non "un fichier ne correspond pas à SHA256SUMS. $(cat "$tmp/dit")"

# 2. Les clés : la première est celle de la fiche d’inscription, chacune répond de la suivante.
premiere=
while IFS= read -r ligne; do
    lire cles.jsonl "$ligne"
    binaire "$(contenu publicKey)" "$tmp/nouvelle.der"
    case $type in
    journal-opened.*)
        test -z "$premiere" || non "un journal ne s’ouvre qu’une fois"
        ;;
    journal-continues.*)
        if test -n "$premiere"; then
            printf 'lamine-next-key-1\n%s/%s\n%s' "$(champ terminal)" "$generation" "$(contenu publicKey)" >"$tmp/mot"
            binaire "$(contenu endorsement)" "$tmp/mot.signature"
            signe "$tmp/courante.der" "$tmp/mot.signature" "$tmp/mot" || non "personne ne répond de sa clé"
        fi
        ;;
    key-changed.*)
        signe "$tmp/courante.der" "$tmp/signature" "$tmp/texte" || non "sa signature est fausse"
        ;;
    *) non "n’annonce pas de clé" ;;
    esac
    cp "$tmp/nouvelle.der" "$(cle "$generation" "$tmp/nouvelle.der")"
    cp "$tmp/nouvelle.der" "$tmp/courante.der"
    case $type in
    key-changed.*) ;;
    *) signe "$tmp/courante.der" "$tmp/signature" "$tmp/texte" || non "sa signature est fausse" ;;
    esac
    premiere=${premiere:-$(empreinte "$tmp/courante.der")}
done <cles.jsonl
ou=
test -n "$premiere" || non "aucune clé"

# 3. Le journal : chaque écriture est signée et suit la précédente.
nombre=0
while IFS= read -r ligne; do
    lire journal.jsonl "$ligne"
    seq=$(champ seq)
    if test "$nombre" = 0; then
        debut=$seq
    elif test "$generation" = "$avant_generation"; then
        test "$seq" = $((avant_seq + 1)) || non "ne suit pas l’écriture précédente"
        test "$(champ prevHash)" = "$avant" || non "ne s’enchaîne pas avec l’écriture précédente"
    else
        test "$(contenu previousGeneration)/$(contenu previousSeq)/$(contenu previousHash)" \
            = "$avant_generation/$avant_seq/$avant" || non "ne s’enchaîne pas avec l’écriture précédente"
    fi
    cle=$tmp/cles/$generation-$(champ keyId)
    test -f "$cle" || non "est signée par une clé inconnue"
    signe "$cle" "$tmp/signature" "$tmp/texte" || non "sa signature est fausse"
    avant_generation=$generation
    avant_seq=$seq
    avant=$(champ hash)
    nombre=$((nombre + 1))
done <journal.jsonl
ou=
test "$nombre" -gt 0 || non "le journal est vide"

# 4. La remise : une écriture signée dit où l’archive commence et finit.
lire export.jsonl "$(cat export.jsonl)"
cle=$tmp/cles/$generation-$(champ keyId)
test -f "$cle" || non "est signée par une clé inconnue"
signe "$cle" "$tmp/signature" "$tmp/texte" || non "sa signature est fausse"
test "$type" = exported.1 || non "n’est pas une remise"
test "$(contenu fromSeq)/$(contenu toSeq)/$(contenu headHash)" = "$debut/$avant_seq/$avant" ||
    non "l’archive ne commence ou ne finit pas là où la remise le dit : des écritures manquent"

# 5. La liste des fichiers est signée par la même clé.
ou=
openssl base64 -d -A <SHA256SUMS.sig >"$tmp/signature"
signe "$cle" "$tmp/signature" SHA256SUMS || non "la liste des fichiers n’est pas signée par le poste"

echo "$nombre écritures vérifiées. Empreinte de la première clé du poste : $premiere"
echo "OK : aucune écriture n’a été changée, retirée ou ajoutée."
