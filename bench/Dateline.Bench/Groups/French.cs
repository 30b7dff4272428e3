namespace Dateline.Bench.Groups;

internal static class French
{
    public static Tongue Tongue { get; } = new("fr", " ",
        ["Mont", "Val", "Cler", "Bour", "Saul", "Gran", "Vil", "Char", "Pont", "Roc", "Lan", "Mer", "Tour", "Bel", "Fres", "Auv", "Orm", "Nev"],
        ["e", "o", "i", "a", "in", "ou", "er", "an", "au", "eu"],
        ["ville", "mont", "court", "gnac", "lieu", "rive", "val", "nay", "sac", "bourg", "teau", "fort", "dun"],
        ["mairie de {name}", "préfecture de {name}", "Université de {name}", "Société {name}", "Aciéries de {name}", "Compagnie {name}"],
        new(StringComparer.Ordinal)
        {
            ["who"] = ["les habitants", "les élus", "plusieurs témoins", "les syndicats", "les commerçants", "des chercheurs", "les riverains", "les agriculteurs", "les secours"],
            ["did"] = ["ont affirmé", "ont reconnu", "estiment", "soutiennent", "ont rappelé", "regrettent", "ont expliqué"],
            ["thing"] = ["le vieux pont", "la route du nord de {else}", "le budget de la ville de {else}", "la ligne de bus de {else}", "une seconde enquête de {else}", "le prix du carburant", "l'école du quartier de {else}", "la digue provisoire de {else}", "le marché couvert de {else}", "la réserve d'eau de {else}"],
            ["state"] = ["reste à l'étude", "coûtera plus cher que prévu", "divise la commune", "n'a jamais été essayé", "était promis depuis longtemps", "dépend de la météo", "sera examiné la semaine prochaine", "a surpris beaucoup de monde", "fait débat à {else}", "ressemble à celui de {else}", "attend l'avis de {else}", "a été comparé à celui de {else}", "mobilise {#} personnes", "a déjà coûté {#} emplois"],
            ["when"] = ["lundi", "mardi soir", "dans la nuit", "avant l'aube", "en fin de semaine", "dans la journée", "jeudi matin"],
            ["view"] = ["une décision grave", "trop peu et trop tard", "un tournant", "une erreur coûteuse", "un simple geste", "un compromis honnête"],
        },
        [
            new(
                ["Incendie à {place}: {n1} blessés", "{n1} blessés dans un incendie à {place}", "Le feu ravage un entrepôt de {place}", "Enquête après l'incendie de {place}"],
                ["Un incendie a blessé {n1} personnes {when} dans un entrepôt de {firm} à {place}, a annoncé la {body}.",
                 "À {place}, {n1} personnes ont été blessées {when} quand un bâtiment de {firm} a pris feu, selon la {body}.",
                 "L'entrepôt de {firm} a brûlé {when} à {place}; on compte {n1} blessés.",
                 "La {body} a ouvert une enquête {when} sur le feu qui a fait {n1} blessés à {place}."],
                [["Quelque {n2} pompiers ont lutté pendant des heures, a précisé le commandant {chief}.", "Le commandant {chief} avait fait venir {n2} pompiers.", "Il a fallu {n2} hommes pour venir à bout des flammes, a dit le commandant {chief}.", "« Nous étions {n2} », a raconté {chief}, qui dirigeait les opérations."],
                 ["{witness}, qui habite en face, a vu la toiture tomber.", "« Tout est tombé d'un coup », a dit {witness}, un voisin.", "De sa fenêtre, {witness} a filmé la chute du toit.", "Une voisine, {witness}, parle d'une chaleur impossible à supporter."],
                 ["Les {n3} tonnes de papier venaient de {second}.", "De {second} étaient arrivées {n3} tonnes de papier, parties en fumée.", "Le stock, {n3} tonnes de papier de {second}, est perdu.", "Il n'y a plus rien des {n3} tonnes de papier livrées par {second}."],
                 ["Selon {expert}, spécialiste des risques, {n4} sites semblables existent dans la région.", "La région compte {n4} dépôts de ce genre, rappelle {expert}.", "Le chercheur {expert} a recensé {n4} dépôts comparables.", "« Il y en a {n4} autres », avertit {expert}."]]),
            new(
                ["Le maire de {place} démissionne", "{place}: {chief} s'en va", "Crise à la mairie de {place}", "{chief} quitte ses fonctions"],
                ["Le maire de {place}, {chief}, a {démissionné|quitté ses fonctions} {when}, après un vote perdu par {n1} voix contre {n2}.",
                 "Battu par {n1} voix contre {n2}, {chief} n'est plus maire de {place} depuis {when}.",
                 "{chief} a remis {when} son mandat de maire de {place}.",
                 "La ville de {place} n'a plus de maire: {chief} est parti {when} après {n1} voix contre et {n2} pour."],
                [["Le contrat avec {firm} portait sur {n3} millions.", "{firm} devait recevoir {n3} millions.", "Au centre de l'affaire, {n3} millions promis à {firm}.", "Pour {n3} millions, {firm} devait rebâtir le port."],
                 ["{witness}, cheffe de l'opposition, y voit {view}.", "« C'est {view} », a lancé {witness} au nom de l'opposition.", "L'opposante {witness} a parlé de {view}.", "Pour {witness}, qui menait la fronde, il s'agit de {view}."],
                 ["La {body} fixera un scrutin dans {n4} jours à {second}.", "Un scrutin aura lieu dans {n4} jours, a fait savoir la {body} depuis {second}.", "On votera dans {n4} jours, selon la {body} de {second}.", "Depuis {second}, la {body} a promis un vote sous {n4} jours."],
                 ["{expert}, politologue, rappelle que la dette atteint {n5} pour cent.", "La dette est à {n5} pour cent, note le politologue {expert}.", "Avec {n5} pour cent de dette, dit {expert}, la marge est mince.", "« {n5} pour cent de dette, c'est trop », juge {expert}."]]),
        ],
        ["{who} {did} que {thing} {state}.", "Interrogés sur {thing}, {who} y voient {view}.", "On ignorait {when} si {thing} {state}.", "Une réunion de {#} personnes s'est achevée sans un mot sur {thing}.", "Pour {who}, {thing} est {view}.", "{when}, {who} se sont réunis au sujet d'un dossier: {thing} {state}.", "Ni {chief} ni {witness} n'ont voulu dire si {thing} {state}.", "{chief} est attendu à {place} {when} avec {expert} pour parler d'un autre sujet: {thing}."],
        ["Le différend entre {place} et {second} remonte à {n1} ans, quand {firm} avait acheté les terrains.", "{chief} avait alors promis {n2} mesures pour {place}.", "Depuis, {n3} familles ont quitté {place} pour {second}.", "Un accord signé à {second} par {chief} prévoit {#} rencontres."],
        ["Ce texte est réservé aux abonnés; les photos sont transmises à part.", "Cette dépêche sera mise à jour."]);
}
