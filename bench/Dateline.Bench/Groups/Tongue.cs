namespace Dateline.Bench.Groups;

/// <summary>What can be said of one kind of event: each thing in several ways.</summary>
internal sealed record Kind(string[] Headline, string[] Lead, string[][] Said);

/// <summary>A language's grammar for invented news.</summary>
internal sealed record Tongue(string Code, string Gap, string[] Starts, string[] Middles, string[] Ends, string[] Bodies, Dictionary<string, string[]> Lexicon, Kind[] Kinds, string[] Anything, string[] Past, string[] Boilerplate)
{
    public static IReadOnlyList<Tongue> All { get; } = [English.Tongue, French.Tongue, Arabic.Tongue, Chinese.Tongue];

    public string Place(Random chance) => Pick(Starts, chance) + Pick(Middles, chance) + Pick(Ends, chance);

    public string Person(Random chance) => Pick(Starts, chance) + Pick(Ends, chance) + (Gap.Length > 0 ? " " : "") + Pick(Starts, chance) + Pick(Middles, chance) + Pick(Ends, chance);

    public string Body(Random chance) => Pick(Bodies, chance).Replace("{name}", Place(chance), StringComparison.Ordinal);

    public string Word(string kind, Random chance) => Lexicon.TryGetValue(kind, out var words) ? Pick(words, chance) : throw new InvalidOperationException($"{Code} has no word for {kind}.");

    private static string Pick(string[] words, Random chance) => words[chance.Next(words.Length)];
}
