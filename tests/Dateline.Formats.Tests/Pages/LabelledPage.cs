namespace Dateline.Formats.Tests.Pages;

/// <summary>A page and what of it is the story.</summary>
public sealed record LabelledPage(string Name, string Html, string Headline, string Story, string Language);

/// <summary>An invented story to be laid out: always the same for the same number.</summary>
public sealed class SampleStory(Tongue tongue, int seed, int paragraphs)
{
    private readonly Random dice = new(seed);
    private readonly List<string> gold = [];

    public Tongue Tongue => tongue;

    public string Headline { get; } = tongue.Titles[seed % tongue.Titles.Length];

    public string Author { get; } = tongue.Names[seed % tongue.Names.Length];

    public int Count => paragraphs;

    public string Day => $"2026-11-{(seed % 27) + 1:00}";

    public string Gold => string.Join('\n', gold);

    /// <summary>The paragraphs, each in the markup given for it; they are the story.</summary>
    public string Paragraphs(Func<string, string> markup, int? count = null) => string.Concat(Enumerable.Range(0, count ?? paragraphs).Select(_ => markup(Own(Paragraph()))));

    public string Paragraph() => Own2(2 + dice.Next(3));

    public string Own(string text)
    {
        gold.Add(text);
        return text;
    }

    public string Sentence() => tongue.Sentences[dice.Next(tongue.Sentences.Length)];

    private string Own2(int sentences) => string.Join(tongue.Code is "zh" or "ja" ? "" : " ", Enumerable.Range(0, sentences).Select(_ => Sentence()));

    public string Crosshead() => Own(tongue.Titles[dice.Next(tongue.Titles.Length)] + " " + dice.Next(2, 90));

    /// <summary>A title of another story, told apart from the headline by its number.</summary>
    public string Other() => tongue.Titles[dice.Next(tongue.Titles.Length)] + " " + dice.Next(100, 999);

    public string Others(int count, Func<string, string> markup) => string.Concat(Enumerable.Range(0, count).Select(_ => markup(Other())));

    public int Roll(int most) => dice.Next(most);
}
