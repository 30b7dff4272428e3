using Dateline.Formats;
using Dateline.Wire.Groups;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Wire.Groups;

public class FingerprintTests
{
    private const string Long = "The ferry to the northern islands ran aground at dawn, and all who were on board came ashore in small boats before noon, the harbour office said.";

    private static Fingerprint? Of(string text, string headline = "Ferry runs aground", BodyKind kind = BodyKind.Text) =>
        Fingerprint.Of(new NewsItem { Headline = headline, Body = new NewsBody(text, kind) }, Guid.Empty);

    [Theory]
    [InlineData("the ferry\u00AD ran\uFE00 agro\uDB40\uDD01und", "The Ferry ran aground")]
    [InlineData("\uFEFF１２ ｓｈｉｐｓ", "12 ships")]
    [InlineData("don’t", "don't")]
    [InlineData("1,200 tonnes", "1200 tonnes")]
    [InlineData("وقالت هيئة الموانئ في مدينة", "وقالت هيئه المواني في مدينه")]
    [InlineData("کشتی‌های بزرگ", "كشتيهاي بزرگ")]
    [InlineData("مَرْسَى الميناء", "مرسي الميناء")]
    public void Spellings_of_one_text_are_one_text(string a, string b) => Assert.Equal(Of($"{a}. {Long}")!.Exact, Of($"{b}. {Long}")!.Exact);

    [Theory]
    [InlineData("BELAHAVEN, Nov 16 (Tidewire) - ")]
    [InlineData("BELAHAVEN (NLN) — ")]
    [InlineData("LAKES NEWS (Lakes News and Features Network)- ")]
    [InlineData("Porter/ ")]
    [InlineData("(nln tid) ")]
    [InlineData("BELAHAVEN – ")]
    public void What_a_carrier_writes_before_the_text_is_no_part_of_it(string opening) => Assert.Equal(Of(Long)!.Exact, Of(opening + Long)!.Exact);

    [Fact]
    public void Markup_and_lines_are_no_part_of_the_text()
    {
        Assert.Equal(Of($"{Long}\n\n{Long} Again.")!.Exact, Of($"<p>{Long.Replace("dawn", "<b>da</b>wn", StringComparison.Ordinal)}</p><script>if (a<b) x()</script><div>{Long} Again.</div>", kind: BodyKind.Html)!.Exact);
    }

    [Fact]
    public void The_same_text_has_the_same_traces_for_ever() =>
        // Kept in databases: whoever changes how they are made must think of those that are there.
        Assert.Equal((11, "df7c607532090610"), (Of(Long + " " + Long)!.Traces.Length, $"{Of(Long + " " + Long)!.Traces.Aggregate(0L, (all, trace) => all ^ trace.Key):x16}"));

    [Fact]
    public void Whatever_comes_is_read_and_never_longer_than_the_bound() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
    {
        foreach (var kind in new[] { BodyKind.Html, BodyKind.Text })
        {
            var print = Of(text ?? "", text ?? "", kind);
            if (print is not null && (print.Words > Fingerprint.LongestWords || print.Traces.Length > 200)) return false;
        }
        return true;
    }));
}
