using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dateline.Foundation.Languages;

namespace Dateline.Tests.Foundation.Languages;

/// <summary>What the desk says stands in the sources in English: all of it is looked for there, and must be translated.</summary>
public partial class DeskWordsTests
{
    private static readonly (IReadOnlySet<string> Plain, IReadOnlyDictionary<string, string> Counted) Said = ReadSources();

    public static TheoryData<string> Translations => [.. DeskWords.Languages.Select(language => language.Tag).Where(tag => tag != "en")];

    [Theory]
    [MemberData(nameof(Translations))]
    public void All_that_the_desk_says_is_translated_and_nothing_else(string language)
    {
        Assert.True(Said.Plain.Count > 600 && Said.Counted.Count > 25, "The sources weren't read.");
        Assert.Equal(Said.Plain.Union(Said.Counted.Values).Order(StringComparer.Ordinal), DeskWords.Of(language).Known.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_fills_in_what_the_English_fills_in(string language)
    {
        var tongue = DeskWords.Of(language);
        Assert.All(Said.Plain, english => Assert.Equal(Places(english), Places(tongue.Text(english))));
        Assert.All(Said.Counted, text => Assert.All(tongue.Forms(text.Key, text.Value), form =>
            Assert.Subset(Places(text.Value).Union(Places(text.Key)).ToHashSet(), Places(form.Value).ToHashSet())));
    }

    [Theory]
    [InlineData("en", 1, "Approved the reply by Noor.")]
    [InlineData("en", 3, "Approved 3 replies.")]
    [InlineData("fa", 12, "۱۲ دیدگاه تأیید شد.")]
    [InlineData("ar", 2, "قُبل تعليقان.")]
    [InlineData("ar", 3, "قُبلت 3 تعليقات.")]
    [InlineData("ar", 11, "قُبل 11 تعليقًا.")]
    [InlineData("tlh", 3, "Approved 3 replies.")]
    public async Task Counts_take_the_plural_and_the_digits_of_their_language(string language, long count, string text) =>
        Assert.Equal(text, await In(language, () => DeskWords.T(count, "Approved the reply by {1}.", "Approved {0} replies.", "Noor")));

    [Fact]
    public async Task Names_of_the_other_direction_are_isolated_and_what_is_said_ends_with_its_flow()
    {
        Assert.Equal("تعليق \u2068Noor\u2069", await In("ar", () => DeskWords.T("Reply by {0}", "Noor")));
        Assert.Equal("Reply by \u2068نور\u2069", await In("en", () => DeskWords.T("Reply by {0}", "نور")));
        Assert.Equal("en", DeskWords.Language);
    }

    [Theory]
    [InlineData("۱۲", "12")]
    [InlineData("٩٩٫٥", "99.5")]
    [InlineData("7", "7")]
    [InlineData("seven", "seven")]
    public void Numbers_are_read_as_they_are_typed(string typed, string plain) => Assert.Equal(plain, TypedNumber.Plain(typed));

    private static async Task<string> In(string language, Func<string> say)
    {
        await Task.Yield(); // a flow of its own
        DeskWords.Speak(language);
        return say();
    }

    private static string[] Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    private static (HashSet<string>, Dictionary<string, string>) ReadSources([CallerFilePath] string here = "")
    {
        var root = Path.Combine(Path.GetDirectoryName(here)!, "../../../../src/Dateline");
        var (plain, counted) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".cs" or ".razor" && Path.GetFileName(file) != "DeskWords.cs"))
        {
            if (Path.GetRelativePath(root, file).Split('/')[0] is "obj" or "bin") continue;
            var source = File.ReadAllText(file);
            foreach (Match match in PlainText().Matches(source)) plain.Add(match.Groups[1].Value);
            foreach (Match match in CountedText().Matches(source)) counted[match.Groups[1].Value] = match.Groups[2].Value;
        }
        return (plain, counted);
    }

    [GeneratedRegex("""(?<![\w.])[TN]\("([^"]*)""", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PlainText();

    [GeneratedRegex("""(?<![\w.])(?:T\((?!")[^"]*?, |Forms\()"([^"]*)", "([^"]*)""", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CountedText();

    [GeneratedRegex("""\{\d\}""", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Place();
}
