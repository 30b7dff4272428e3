using Dateline.Foundation.Markup;
using Dateline.Layout.Languages;
using Dateline.Replies;

namespace Dateline.Tests.Replies;

public class ReplyFormTests
{
    private static readonly Wording English = Wording.Of("en");
    private static readonly ReplyForm Good = new("Maryam Daneshvar", "maryam@example.org", "", "I piloted the northern channel.", "");

    private static ReplyForm With(string field, string value) => field switch
    {
        "name" => Good with { Name = value },
        "email" => Good with { Email = value },
        "website" => Good with { Website = value },
        _ => Good with { Text = value },
    };

    public static TheoryData<string, string> Refused => new()
    {
        { "name", "" }, { "name", "   " }, { "name", new string('x', 246) }, { "name", "\u202e\u200b" }, { "name", "\u2066\u2069" }, { "name", "\u200b\u3164" }, { "name", "\u115f\ufe0f" },
        { "name", "https://bank.example/login" }, { "name", "Log in: bank.example/login" }, { "name", "www.bank.example" }, { "name", "ＷＷＷ．bank．example" }, { "name", "bank。example/login" }, { "name", "bank.exa\u200bmple:443" }, { "name", "sami@readers.example" },
        { "email", "" }, { "email", "no-at-sign" }, { "email", "@b.org" }, { "email", "a@" }, { "email", "a@b" }, { "email", "a@b@c.org" },
        { "email", new string('a', 65) + "@b.org" }, { "email", new string('a', 60) + "@" + new string('b', 40) + ".org" },
        { "email", "a@b.org\r\nBcc: c@d.org" }, { "email", "a@b.org%0ABcc:c@d.org" }, { "email", "a\0@b.org" }, { "email", "a\u202e@b.org" }, { "email", "a\u200b@b.org" },
        { "email", "\"x\" <a@b.org>" }, { "email", "a@b.org,c@d.org" }, { "email", "a@b.org;c@d.org" }, { "email", "a b@c.org" }, { "email", "<a@b.org>" },
        { "email", "a@b..org" }, { "email", "a..c@b.org" }, { "email", ".a@b.org" }, { "email", "a.@b.org" }, { "email", "a@-b.org" }, { "email", "a@b-.org" }, { "email", "a@b.org." },
        { "email", "a@[127.0.0.1]" }, { "email", "a@127.0.0.1" }, { "email", "\"<script>\"@b.org" }, { "email", "a@b.org(comment)" },
        { "website", "javascript:alert(1)" }, { "website", "data:text/html,x" }, { "website", "mailto:a@b.org" }, { "website", "ftp://a.example/" }, { "website", "//evil.example" },
        { "website", "/desk" }, { "website", "www.example.org" }, { "website", "https://" }, { "website", "https://a.example/\"onmouseover=\"alert(1)" }, { "website", "https://a.example/<script>" },
        { "website", "https://bank.example@thief.example/" }, { "website", "https://a.example/\u202e" }, { "website", "https://a.example/\r\nX: y" }, { "website", "java\tscript:alert(1)" },
        { "website", "https://a.example/" + new string('x', 183) },
        { "text", "" }, { "text", " \n\n " }, { "text", "\u200b\u202e" }, { "text", new string('x', 65_526) }, { "text", new string('ش', 32_763) },
        { "text", string.Join(' ', Enumerable.Range(0, 21).Select(i => $"https://a.example/{i}")) }, { "text", string.Join("\n\n", Enumerable.Repeat("x", 201)) },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_bad_field_is_refused_and_no_other(string field, string value)
    {
        var (reply, problems) = With(field, value).Check(English);
        Assert.Null(reply);
        Assert.Equal([field], problems.Keys);
        Assert.True(problems[field].Length > 10);
    }

    /// <summary>A hundred marks on a letter draw a line through the page; no orthography writes more than a few.</summary>
    [Theory]
    [InlineData("a", 200, 6)]
    [InlineData("ש", 5, 5)]
    public void Marks_stand_on_a_letter_as_languages_write_them(string letter, int sent, int kept)
    {
        var dressed = letter + new string('\u0316', sent) + "b";
        var reply = (Good with { Name = dressed, Text = dressed }).Check(English).Reply!;
        Assert.Equal(letter + new string('\u0316', kept) + "b", reply.Name);
        Assert.Equal(reply.Name, PlainText.From(reply.Body));
    }

    public static TheoryData<string, string, string> Taken => new()
    {
        { "name", "Q", "Q" }, { "name", new string('x', 245), new string('x', 245) }, { "name", "  أبو سليم\tالبحّار ", "أبو سليم البحّار" }, { "name", "a\r\nb", "a b" },
        { "name", "<script>alert(1)</script>", "<script>alert(1)</script>" }, { "name", "gn\u202eirts", "gnirts" },
        { "name", "J. R. R. Tolkien", "J. R. R. Tolkien" }, { "name", "Dr.Smith", "Dr.Smith" }, { "name", "john.doe", "john.doe" }, { "name", "Anna: 24/7", "Anna: 24/7" }, { "name", "م.رضا", "م.رضا" },
        { "email", "a@b.org", "a@b.org" }, { "email", " a@b.org\n", "a@b.org" }, { "email", "o'neil+news@mail.b-c.example", "o'neil+news@mail.b-c.example" }, { "email", "مریم@مثال.ایران", "مریم@مثال.ایران" },
        { "email", new string('a', 64) + "@" + new string('b', 31) + ".org", new string('a', 64) + "@" + new string('b', 31) + ".org" },
        { "website", "  ", "" }, { "website", "https://a.example", "https://a.example" }, { "website", "HTTP://a.example/ü?q=1#x", "HTTP://a.example/ü?q=1#x" },
        { "website", "https://a.example/" + new string('x', 182), "https://a.example/" + new string('x', 182) },
        { "text", "One.\r\n\r\nTwo.", "One.\n\nTwo." }, { "text", "<b>bold</b>", "<b>bold</b>" },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_good_field_is_taken_and_cleaned_the_same_way_each_time(string field, string value, string kept)
    {
        var (reply, problems) = With(field, value).Check(English);
        Assert.Empty(problems);
        Assert.Equal(kept, field switch { "name" => reply!.Name, "email" => reply!.Email, "website" => reply!.Website ?? "", _ => PlainText.From(reply!.Body) });
    }

    [Theory]
    [InlineData("bank.example", false)]
    [InlineData("bank。example", false)]
    [InlineData("пример.испытание", false)]
    [InlineData("192.0.2.7", false)]
    [InlineData("Anna B.", true)]
    [InlineData("J. R. R. Tolkien", true)]
    [InlineData("U.S.", true)]
    public void A_name_beside_a_website_is_no_host(string name, bool taken) =>
        Assert.Equal(taken, (Good with { Name = name, Website = "https://evil.example/" }).Check(English).Reply is not null);

    [Fact]
    public void The_longest_text_is_counted_in_bytes_and_kept_whole()
    {
        foreach (var text in new[] { new string('x', 65_525), new string('ش', 32_762), string.Concat(Enumerable.Repeat("line\r\n", 13_105)) })
            Assert.Equal(text.Count(char.IsLetter), PlainText.From((Good with { Text = text }).Check(English).Reply!.Body).Count(char.IsLetter));
        Assert.Contains("65,526", (Good with { Text = new string('x', 65_526) }).Check(English).Problems["text"], StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_told_at_once_in_the_order_of_the_form()
    {
        var (_, problems) = ReplyForm.Empty.Check(English);
        Assert.Equal(["name", "email", "text"], problems.Keys);
    }
}
