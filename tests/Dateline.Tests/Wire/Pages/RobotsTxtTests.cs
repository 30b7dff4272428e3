using Dateline.Wire.Pages;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Wire.Pages;

/// <summary>RFC 9309, rule by rule.</summary>
public class RobotsTxtTests
{
    private static bool Allows(string text, string path) => RobotsTxt.Read(text, "Dateline").Allows(new Uri("https://wire.example" + path));

    [Theory]
    [InlineData("", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("Disallow: /", "/a", true)] // of no group
    [InlineData("User-agent: other\nDisallow: /", "/a", true)]
    [InlineData("User-agent: dateline\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: DATELINE/2.0\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: dateliner\nDisallow: /", "/a", true)]
    [InlineData("User-agent: other\nUser-agent: dateline\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: dateline\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: dateline\nDisallow: /c", "/c", false)]
    [InlineData("User-agent: dateline\nDisallow: /a\nUser-agent: other\nDisallow: /b\nUser-agent: dateline\nDisallow: /c", "/b", true)]
    [InlineData("User-agent: dateline\n\nUser-agent: *\nDisallow: /", "/a", false)] // one group of two names
    [InlineData("User-agent: *\nSitemap: https://wire.example/map\nDisallow: /a", "/a", false)]
    public void The_group_that_names_us_counts_or_else_the_one_for_all(string text, string path, bool allowed) => Assert.Equal(allowed, Allows(text, path));

    [Theory]
    [InlineData("Disallow: /news\nAllow: /news/open", "/news/open/1", true)]
    [InlineData("Allow: /news\nDisallow: /news/closed", "/news/closed", false)]
    [InlineData("Disallow: /a\nAllow: /a", "/a", true)]
    [InlineData("Disallow: /*.pdf$", "/files/1.pdf", false)]
    [InlineData("Disallow: /*.pdf$", "/files/1.pdf?x", true)]
    [InlineData("Disallow: /a$", "/ab", true)]
    [InlineData("Disallow: /*/print", "/news/1/print", false)]
    [InlineData("Disallow: *print", "/news/1/print/2", false)]
    [InlineData("Disallow: /search?*q=", "/search?p=1&q=2", false)]
    [InlineData("Disallow: /a%3cd", "/a%3Cd", false)]
    [InlineData("Disallow: /%61b", "/ab", false)]
    [InlineData("Disallow: /ب", "/%D8%A8/1", false)]
    [InlineData("Disallow: /a # not this", "/ab", false)]
    [InlineData("disallow : /A", "/a", true)]
    [InlineData("Disallow: /a*b*c$", "/axbxcxc", false)]
    [InlineData("Disallow: /a%2Ab", "/a*b", false)]
    [InlineData("Disallow: /a%2ab", "/a%2Ab", false)]
    [InlineData("Disallow: /a%2Ab", "/axb", true)]
    [InlineData("Disallow: /a*b", "/a%2Ab", false)]
    [InlineData("Disallow: /a%24", "/a$", false)]
    [InlineData("Disallow: /a%24", "/a%24b", false)]
    [InlineData("Disallow: /a%24", "/a", true)]
    [InlineData("Disallow: /a$b", "/a$b", false)]
    [InlineData("Disallow: /a%24$", "/a$b", true)]
    [InlineData("Disallow: $", "/a", true)]
    [InlineData("Disallow: /*a*$", "/bab", false)]
    [InlineData("Disallow: /*ab*b$", "/ab", true)]
    public void The_longest_rule_that_fits_decides(string rules, string path, bool allowed) => Assert.Equal(allowed, Allows("User-agent: *\n" + rules, path));

    [Fact]
    public void A_pattern_of_stars_takes_no_time() =>
        Assert.True(Allows("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 5_000)) + "b", "/" + new string('a', 20_000)));

    [Fact]
    public void Every_rule_counts_however_many_there_are()
    {
        var rules = string.Concat(Enumerable.Range(0, 20_000).Select(n => $"Disallow: /{n:D5}/closed\n"));
        Assert.False(Allows("User-agent: *\n" + rules, "/19999/closed/1"));
        Assert.True(Allows("User-agent: *\n" + rules, "/19999/open"));
    }

    [Fact]
    public void A_file_full_of_stars_takes_no_time()
    {
        var rules = string.Concat(Enumerable.Range(0, 1_000).Select(n => $"Disallow: /*{new string('a', 480)}{n:D4}\n"));
        Assert.True(Allows("User-agent: *\n" + rules, "/" + new string('a', 2_000)));
    }

    [Fact]
    public void Whatever_it_holds_it_is_read() => Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        Allows(text ?? "", "/a") || (text ?? "").Contains("disallow", StringComparison.OrdinalIgnoreCase)));
}
