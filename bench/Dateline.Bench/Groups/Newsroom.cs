using System.Text;

namespace Dateline.Bench.Groups;

/// <summary>An event, and what can be said of it: a value for each slot of the grammar.</summary>
internal sealed record Occasion(int Kind, Tongue Tongue, IReadOnlyDictionary<string, string> Facts);

/// <summary>
/// Writes news: an invented event in one of several languages, told by one agency or another. Two agencies tell the same
/// names, places and numbers in sentences of their own; two events share no more than the formulas of the trade.
/// </summary>
internal sealed class Newsroom(Random chance)
{
    private readonly Dictionary<Tongue, List<string>> _background = [];

    public static IReadOnlyList<Tongue> Tongues => Tongue.All;

    public Occasion Happens(Tongue tongue)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var slot in (string[])["place", "second"]) facts[slot] = tongue.Place(chance);
        foreach (var slot in (string[])["chief", "witness", "expert"]) facts[slot] = tongue.Person(chance);
        foreach (var slot in (string[])["body", "firm"]) facts[slot] = tongue.Body(chance);
        foreach (var slot in (string[])["n1", "n2", "n3", "n4"]) facts[slot] = $"{chance.Next(11, 980)}";
        facts["n5"] = $"{chance.Next(2, 90)}.{chance.Next(1, 9)}";
        return new Occasion(chance.Next(tongue.Kinds.Length), tongue, facts);
    }

    /// <summary>The passages of a story as one agency writes it; the first is its lead.</summary>
    /// <param name="agency">Which of the ways to say each thing: agencies with other numbers use other sentences.</param>
    public List<string> Tell(Occasion occasion, int agency, int passages)
    {
        var kind = occasion.Tongue.Kinds[occasion.Kind];
        var told = new List<string> { Say(occasion, kind.Lead, agency) };
        var order = Enumerable.Range(0, kind.Said.Length).ToArray();
        chance.Shuffle(order);
        foreach (var what in order)
        {
            if (told.Count >= passages) break;
            told.Add(Say(occasion, kind.Said[what], agency) + (chance.Next(3) > 0 ? occasion.Tongue.Gap + Say(occasion, occasion.Tongue.Anything, agency) : ""));
        }
        while (told.Count < passages) told.Add(Say(occasion, occasion.Tongue.Anything, agency) + occasion.Tongue.Gap + Say(occasion, occasion.Tongue.Anything, agency));
        return told;
    }

    /// <summary>One passage more, by the same hand.</summary>
    public string More(Occasion occasion, int agency) => Say(occasion, occasion.Tongue.Anything, agency) + occasion.Tongue.Gap + Say(occasion, occasion.Tongue.Anything, agency);

    public string Lead(Occasion occasion, int agency) => Say(occasion, occasion.Tongue.Kinds[occasion.Kind].Lead, agency);

    public string Headline(Occasion occasion) => Say(occasion, occasion.Tongue.Kinds[occasion.Kind].Headline, chance.Next(9));

    /// <summary>A paragraph that many stories carry: what everybody is told again each day.</summary>
    public string Background(Tongue tongue)
    {
        if (!_background.TryGetValue(tongue, out var known))
        {
            known = [];
            for (var n = 0; n < 6; n++)
            {
                var past = Happens(tongue);
                known.Add(string.Join(tongue.Gap, Enumerable.Range(0, 3).Select(_ => Say(past, tongue.Past, chance.Next(9)))));
            }
            _background[tongue] = known;
        }
        return known[chance.Next(known.Count)];
    }

    private string Say(Occasion occasion, string[] ways, int agency)
    {
        // Half of the ways are this agency's, the other half the others'.
        var own = ways.Where((_, n) => n % 2 == agency % 2).ToArray();
        var said = Fill((own.Length > 0 ? own : ways)[chance.Next(Math.Max(1, own.Length))], occasion);
        return char.ToUpperInvariant(said[0]) + said[1..];
    }

    /// <summary>{slot}: a fact; {a|b|c}: one of these; {#} and {else}: a number and a place of no importance.</summary>
    private string Fill(string pattern, Occasion occasion)
    {
        var text = new StringBuilder(pattern.Length * 2);
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] != '{')
            {
                text.Append(pattern[at]);
                continue;
            }
            var end = pattern.IndexOf('}', at);
            var inner = pattern[(at + 1)..end];
            text.Append(inner == "#" ? $"{chance.Next(2, 40)}" : inner == "else" ? occasion.Tongue.Place(chance) : inner.Contains('|') ? inner.Split('|')[chance.Next(inner.Count('|') + 1)] : occasion.Facts.GetValueOrDefault(inner) ?? Fill(occasion.Tongue.Word(inner, chance), occasion));
            at = end;
        }
        return text.ToString();
    }
}
