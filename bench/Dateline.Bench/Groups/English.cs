namespace Dateline.Bench.Groups;

internal static class English
{
    public static Tongue Tongue { get; } = new("en", " ",
        ["Bel", "Cor", "Dal", "Est", "Far", "Gren", "Hol", "Ist", "Kar", "Lor", "Mar", "Nor", "Ost", "Pel", "Quin", "Ral", "Sel", "Tor", "Ulm", "Ver", "Wes", "Yar", "Zel", "Bran", "Drev"],
        ["a", "e", "i", "o", "u", "an", "el", "or", "ar", "en", "is", "ov", "ul"],
        ["mouth", "dale", "wick", "haven", "ford", "stad", "mere", "gate", "bridge", "ton", "vik", "holm", "berg", "combe", "field"],
        ["{name} Port Authority", "{name} Council", "Ministry of Works of {name}", "{name} Rescue Service", "University of {name}", "{name} Shipping", "{name} Steel", "Bank of {name}"],
        new(StringComparer.Ordinal)
        {
            ["who"] = ["officials", "residents", "engineers", "witnesses", "lawmakers", "union leaders", "shop owners", "aid workers", "researchers", "neighbours", "drivers", "farmers"],
            ["did"] = ["said", "told reporters", "confirmed", "insisted", "admitted", "explained", "warned", "added", "conceded", "argued"],
            ["thing"] = ["the old harbour wall", "a long delayed budget in {else}", "the northern road in {else}", "emergency stocks in {else}", "a second inquiry in {else}", "the winter timetable", "insurance claims in {else}", "the water supply in {else}", "school transport in {else}", "a temporary bridge in {else}", "overtime payments", "new safety rules in {else}", "the ferry service in {else}", "local rents in {else}", "fuel prices in {else}"],
            ["state"] = ["remains under review", "could take months to settle", "had been promised for years", "is likely to cost more than planned", "will be discussed next week", "was never fully tested", "has divided the town", "depends on the weather", "needs approval from the regional assembly", "came as a surprise to many", "is now in doubt"],
            ["when"] = ["on Monday", "late on Tuesday", "early in the morning", "by the weekend", "within hours", "after nightfall", "before the holidays", "in the coming days"],
            ["view"] = ["a serious step", "the least that could be expected", "too little, too late", "a turning point", "an expensive mistake", "good news for families", "nothing but a gesture", "a fair compromise"],
        },
        [
            new(
                ["Ferry collision off {place} injures {n1}", "{n1} hurt as ferry hits barge near {place}", "Barge and ferry collide at {place}", "Inquiry into {place} ferry crash"],
                ["A ferry with {n2} people on board {struck|hit|ran into} a barge off {place} {when}, injuring {n1} of them, the {body} said.",
                 "At least {n1} passengers were hurt when a barge and a ferry carrying {n2} collided near {place} {when}, according to the {body}.",
                 "The {body} opened an inquiry {when} after {n1} people were injured in a ferry {accident|crash} outside {place}.",
                 "Rescuers brought {n2} people ashore at {place} {when} after their ferry and a barge met in thick fog and left {n1} injured."],
                [["{chief}, who heads the {body}, said the pilot had {n5} seconds to react.", "The pilot was left with {n5} seconds, said {chief} of the {body}.", "\"There were {n5} seconds, no more,\" {chief} told journalists.", "According to {chief}, the crew saw the barge only {n5} seconds before the blow."],
                 ["{witness}, a passenger, described a {loud bang|terrible noise} and water on the lower deck.", "\"We thought it was over,\" said {witness}, who was travelling with two children.", "One of those on board, {witness}, said people helped one another to the upper deck.", "{witness} said the lights went out before anybody knew what had happened."],
                 ["The barge belongs to {firm} and was carrying {n3} tonnes of gravel to {second}.", "{firm}, which owns the barge, said {n3} tonnes of gravel bound for {second} were lost.", "Gravel for {second}, {n3} tonnes of it, went down with the barge, its owner {firm} said.", "On its way to {second}, the {firm} barge had {n3} tonnes of gravel in its hold."],
                 ["{expert}, who studies traffic at sea, said {n4} near misses had been reported there in a year.", "There were {n4} dangerous encounters in these waters last year, {expert} noted.", "Last year {n4} ships came too close there, a count by {expert} shows.", "\"We counted {n4} warnings in twelve months,\" said {expert}, a researcher."]]),
            new(
                ["{firm} to cut {n1} jobs at {place}", "{place} plant loses {n1} posts", "Union fights {n1} job cuts at {firm}", "{firm} shuts line in {place}"],
                ["{firm} will cut {n1} jobs at its plant in {place}, the company {said|announced} {when}, blaming a fall of {n5} percent in orders.",
                 "With orders down {n5} percent, the plant of {firm} at {place} is to lose {n1} workers, management told staff {when}.",
                 "Workers in {place} {learned|were told} {when} that {n1} of them must leave {firm}.",
                 "A slump of {n5} percent in business costs {n1} people in {place} their work at {firm}, it emerged {when}."],
                [["{chief}, the chief executive, said {n2} million had been lost since spring.", "Losses have reached {n2} million since the spring, chief executive {chief} said.", "\"We have lost {n2} million in half a year,\" {chief} wrote to the workforce.", "In a letter, company head {chief} put this year's losses at {n2} million."],
                 ["{witness}, of the metal workers' union, called it {view}.", "For the union, {witness} spoke of {view}.", "\"This is {view},\" said {witness}, who speaks for the workers.", "Shop steward {witness} announced protests and said it was {view}."],
                 ["The {body} offered {n3} retraining places in {second}.", "In {second}, {n3} places for retraining will be paid by the {body}.", "Help came from the {body}, with {n3} training places at {second}.", "Those affected may apply for one of {n3} courses at {second}, the {body} said."],
                 ["{expert}, an economist, expects {n4} suppliers to suffer.", "Some {n4} suppliers hang on the plant, economist {expert} calculated.", "A study by {expert} counts {n4} small firms that live by the factory.", "\"Around it are {n4} businesses,\" said {expert}, who teaches economics."]]),
            new(
                ["Flood drives {n1} from homes in {place}", "{place} under water after {n5} hours of rain", "Dam holds at {place} as river rises", "{n1} evacuated near {place}"],
                ["Floodwater drove {n1} people from their homes in {place} {when} after {n5} hours of rain, the {body} {said|reported}.",
                 "After rain that did not stop for {n5} hours, {n1} residents of {place} had to leave their houses {when}.",
                 "{n1} people were {taken to safety|evacuated} {when} as the river broke its banks at {place}.",
                 "The {body} cleared whole streets of {place} {when}, and {n1} people spent the night in gymnasiums."],
                [["{chief}, in charge at the {body}, said the water stood {n2} centimetres above the mark.", "At {n2} centimetres over the mark, the level was a record, according to {chief} of the {body}.", "\"It is {n2} centimetres more than the walls were built for,\" said {chief}.", "The gauge showed {n2} centimetres too much by noon, {chief} told local radio."],
                 ["{witness}, a baker, carried flour sacks to the attic.", "\"The oven is gone, the shop is gone,\" said baker {witness}.", "In the main street, {witness} watched a lifetime of work float away.", "Baker {witness} said neighbours had come with boats."],
                 ["Upstream at {second}, {firm} opened {n3} gates of its dam.", "{firm} said it had opened {n3} gates at {second} to save the dam.", "The dam at {second} was relieved through {n3} gates, its operator {firm} said.", "To keep the wall at {second} standing, operator {firm} let water out by {n3} gates."],
                 ["{expert}, a hydrologist, said such a flood comes once in {n4} years.", "Once in {n4} years is how often hydrologist {expert} would expect it.", "By the tables of {expert}, water like this returns every {n4} years.", "\"Statistically we see this every {n4} years,\" {expert} said."]]),
        ],
        ["{who} {did} that {thing} {state}.", "Asked about {thing}, {who} called the plan {view}.", "{thing} {state}, although {who} hope for an answer {when}.", "It was unclear {when} whether {thing} {state}.", "Some {who} see in {thing} {view}.", "Others {did} that {thing} {state} and that {#} letters had gone unanswered.", "{when} {who} met to talk about {thing}, which {state}.", "A meeting of {#} {who} ended without a word on {thing}.", "Neither {chief} nor {witness} would say whether {thing} {state}.", "{chief} is expected in {place} {when}, and {expert} with him, for talks on {thing}."],
        ["In an earlier case, {chief} of the {body} had promised {n1} measures for {place} within {#} years.", "The dispute between {place} and {second} goes back {n2} years, when {firm} bought the land from the {body}.", "Since then {n3} people have {left|moved away from} {place}, by the count of the {body}.", "A treaty signed at {second} by {chief} obliges both sides to {#} rounds of talks.", "{place} had last seen such days when {firm} failed with debts of {n4} million."],
        ["Subscribers may use this text under the terms of their agreement; pictures are sent separately.", "This report was prepared by the night desk and may be updated as more becomes known."]);
}
