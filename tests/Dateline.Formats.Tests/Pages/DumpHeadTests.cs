using System.Text;

namespace Dateline.Formats.Tests.Pages;

/// <summary>Pages copied as text: which of the lines above the story is its headline, and what the others say of it.</summary>
public class DumpHeadTests
{
    private const string Headline = "Ferries sail again after three days of storm";
    private const string Story = """
        The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said in a statement.

        “We have not seen such a sea in twenty years,” said Ines Okafor, who commands the Northern Star.

        Fishermen on the eastern shore lost most of their nets and asked the government for help before the winter comes.
        """;

    [Theory]
    [InlineData("The board will pay for hotels but not for trains")]
    [InlineData("The board will pay for hotels but not for trains.")]
    [InlineData("Fishermen lost nets, the board says")]
    [InlineData("Mara Quill, Quay24")]
    [InlineData("Mara Quill with AFP, dpa")]
    [InlineData("By Mara Quill for Quay24")]
    [InlineData("2 hours ago\nShare\nSave\nMara Quill\nQuay News, Tarn\n\nReuters\nFerries left the harbour on Monday")]
    [InlineData("By Mara Quill and Carl Dunn\nNovember 16, 202611:05 AM UTCUpdated 2 hours ago\n\nSummary\nFerries sail from Monday\nBoard pays for hotels, not trains")]
    [InlineData("Boats leave the harbour as board praises crews\n\nMara Quill in Tarn and agencies\nMon 16 Nov 2026 11.05 GMT\nShare")]
    [InlineData("The storm is over.\n\nPublished On 16 Nov 2026\n16 Nov 2026\n\nSave articles to read later and make your own list.")]
    [InlineData("16.11.2026, 12.05 Uhr\n\nArtikel zum Hören•3 Min\n\nZur Merkliste hinzufügen\n\nLink kopieren")]
    [InlineData("Par Mara Quill (avec AFP)\nPublié le 16 novembre 2026 à 12h05\n\nAjouter à vos sélections\nPartager")]
    [InlineData("US Editor\nA ferry leaves Port Harbour on Monday. (Photo by AFP)")]
    [InlineData("A ferry leaves the harbour on Monday. © Reuters")]
    [InlineData("A ferry leaves the harbour on Monday. REUTERS/Carl Dunn")]
    [InlineData("1,204 views")]
    [InlineData("Teilen Facebook X WhatsApp")]
    public async Task What_stands_below_the_headline_is_not_the_headline(string between)
    {
        foreach (var above in (string[])["", "Quay24\n\n", "World News\n\n", "Home > News > Europe\n\n", "16 NOV, 11:05\n\n", "Minister flies to the islands\nNew pier for the old town\n\n"])
        {
            var item = await Read($"{above}{Headline}\n\n{between}\n\n{Story}");
            Assert.Equal(Headline, item.Headline);
            Assert.Equal(Story, item.Body!.Content);
        }
    }

    [Theory]
    [InlineData("By Mara Quill for Quay24", "Mara Quill", null)]
    [InlineData("Mara Quill with AFP", "Mara Quill", "AFP")]
    [InlineData("Par Mara Quill (avec AFP)", "Mara Quill", "AFP")]
    [InlineData("Mara Quill in Tarn and agencies", "Mara Quill in Tarn and agencies", null)]
    [InlineData("Mara Quill\nQuay News, Tarn", "Mara Quill", null)]
    [InlineData("Mara Quill\nSenior correspondent", "Mara Quill", null)]
    [InlineData("November 16, 2026/0 Comments/in Featured 1, General Subjects, News, Other News /by mquill", "mquill", null)]
    [InlineData("in Harbour, News — by Mquill — November 16, 2026", "Mquill", null)]
    [InlineData("Posted on November 16, 2026 by mquill", "mquill", null)]
    [InlineData("Europe | Transport", null, null)]
    [InlineData("The North Sea and its Ferries", null, null)]
    public async Task Who_wrote_it_stands_among_those_lines(string line, string? byline, string? source)
    {
        var item = await Read($"{Headline}\n\n{line}\n\n{Story}");
        Assert.Equal((Headline, byline, source), (item.Headline, item.Byline, item.Credit?.Source));
        if (line.Contains("2026", StringComparison.Ordinal)) Assert.Equal(new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero), item.Published);
    }

    [Fact]
    public async Task A_summary_as_long_as_a_paragraph_is_one_where_name_and_date_stand_below_it()
    {
        const string Summary = "Four thousand passengers had waited on the quay since Friday. Many of them slept in the old station.";
        var item = await Read($"{Headline}\n\n{Summary}\n\nMara Quill\nShipping correspondent\n16 November 2026\n\n{Story}");
        Assert.Equal((Headline, Summary, "Mara Quill", Story), (item.Headline, item.Summary, item.Byline, item.Body!.Content));
        var dated = await Read($"{Headline}\n\n16 November 2026\n\n{Summary}\n\nUpdated 17 November 2026\n\n{Story}");
        Assert.StartsWith(Summary, dated.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interview_begins_with_its_first_question()
    {
        const string Talk = "Was it the worst storm of your time?\n\nIt was the worst that I have seen in twenty years, and I hope never to see one like it again.\n\nWhat do you think of the pier?\n\nThe pier is old, and it has to be built anew before the next winter, whatever that costs the board.";
        var item = await Read($"Interview with the harbour master\n\nCarl Dunn has run the port for ten years. He talks about the storm of last week.\n\nBy Mara Quill\n\n{Talk}");
        Assert.Equal(("Interview with the harbour master", Talk), (item.Headline, item.Body!.Content));
    }

    [Fact]
    public async Task A_list_of_what_else_was_written_of_the_affair_is_passed_over()
    {
        var item = await Read($"Storm keeps ferries in port for third day\nHarbour board meets over storm on Monday\n\n{Headline}\n\n{Story}");
        Assert.Equal(Headline, item.Headline);
    }

    [Theory]
    [InlineData("Join the discussion")]
    [InlineData("What do you think?")]
    [InlineData("Réactions")]
    [InlineData("Обсуждение")]
    [InlineData("12 Comments")]
    public async Task What_readers_wrote_below_a_copy_is_left_out(string heading)
    {
        var voices = string.Concat(Enumerable.Range(0, 12).Select(n => $"reader{n}\n{n + 1} hours ago\nI have waited on this quay for many years, and never was it as bad as the papers made it. The board has learnt nothing, number {n}.\nReply\n\n"));
        Assert.Equal(Story, (await Read($"{Headline}\n\n{Story}\n\n{heading}\n\n{voices}")).Body!.Content);
    }

    [Theory]
    [InlineData("Discussion\n\nOthers said that the storm had been foreseen for days, and that nobody had moved the boats out of its way.")]
    [InlineData("Réactions\n\nInes Okafor, mayor of Tarn\n\n“We have not seen such a sea in twenty years, and we hope never to see it again,” she told the council.\n\nCarl Dunn, harbour master\n\n“Nobody could have foreseen it, and the board will look into that,” he said on the quay on Monday.")]
    public async Task A_story_may_have_such_a_heading(string rest) => Assert.EndsWith(rest, (await Read($"{Headline}\n\n{Story}\n\n{rest}")).Body!.Content, StringComparison.Ordinal);

    [Fact]
    public async Task A_headline_in_other_words_than_the_text_stands_above_its_summary()
    {
        var item = await Read($"Quay24\nA long way home\n\nThe ferries of Port Harbour are back.\n\n{Story}");
        Assert.Equal("A long way home", item.Headline);
    }

    // As the theme of the first users' site prints it, copied whole.
    [Fact]
    public async Task The_whole_page_of_the_first_users_is_read()
    {
        var item = await Read($"""
            PressTV/ {Headline}
            November 16, 2026/0 Comments/in Featured 1, General Subjects, News, Other News /by mquill
            SHAFAQNA (Shia International News Association)- {Story}

            Source: PressTV
            www.shafaqna.com
            Tags: ferry, harbour
            https://news.example/wp-content/uploads/2026/11/ferry.jpg
            400
            800
            mquill
            https://news.example/wp-content/uploads/logo.png
            mquill2026-11-16 11:05:332026-11-16 11:05:33PressTV/ {Headline}
            Share this entry
            Share on Facebook
            You might also like
            Library saves its oldest books from the water
            0 replies
            Leave a Reply
            Want to join the discussion?
            Feel free to contribute!

            Leave a Reply
            Your email address will not be published. Required fields are marked *
            Name *
            Email *
            Website
            Save my name, email, and website in this browser for the next time I comment.
            """);
        Assert.Equal((Headline, Story, "mquill"), (item.Headline, item.Body!.Content, item.Byline));
        Assert.Equal(["PressTV", "SHAFAQNA"], item.Credit!.Hops.Select(hop => hop.Name));
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero), item.Published);
    }

    [Theory]
    [InlineData("Source: PressTV", "PressTV")]
    [InlineData("Source: Quay Television and news agencies", "Quay Television and news agencies")]
    public async Task Whose_it_is_is_read_below_the_story(string line, string source)
    {
        var item = await Read($"{Headline}\n\n{Story}\n\n{line}\n\nwww.quay24.example\n\n0 replies\nLeave a Reply");
        Assert.Equal((source, Story), (item.Credit?.Source, item.Body!.Content));
    }

    [Theory]
    [InlineData("This entry was posted in News and tagged ferry. Bookmark the permalink.")]
    [InlineData("Part of series:\nFerries of Europe")]
    public async Task What_stands_below_the_story_is_not_part_of_it(string below) =>
        Assert.Equal(Story, (await Read($"{Headline}\n\n{Story}\n\nAlso read: Library saves its oldest books\n\n{below}\n\nwww.quay24.example")).Body!.Content);

    public static TheoryData<string> Tongues => [.. Tongue.All.Select(tongue => tongue.Code)];

    [Theory]
    [MemberData(nameof(Tongues))]
    public async Task A_copy_in_any_language_is_read(string code)
    {
        var tongue = Tongue.All.Single(tongue => tongue.Code == code);
        var blank = code is "zh" or "ja" ? "" : " ";
        string[] story = [tongue.Sentences[0] + blank + tongue.Sentences[1], tongue.Sentences[2] + blank + tongue.Sentences[3], tongue.Sentences[4] + blank + tongue.Sentences[5]];
        var item = await Read($"Harbour24\n\n{tongue.Titles[0]}\n\n{tongue.Share.Split(' ')[0]} Facebook X\n\n{story[0]}\n\n{story[1]}\n\n{tongue.ReadAlso}: Harbour24 {tongue.Titles[1]} 2\n\n{story[2]}\n\n{tongue.Tags}: Harbour, Tarn\n\n{tongue.Comments}\n\n{tongue.MostRead}\n\nOne two three\n\nFour five six\n\n© 2026 Harbour24");
        Assert.Equal(tongue.Titles[0], item.Headline);
        Assert.Equal(string.Join("\n\n", story), item.Body!.Content);
    }

    [Theory]
    [InlineData("המעבורות חזרו להפליג", "שתף Facebook X", "המעבורות של הנמל חזרו להפליג ביום שני אחרי שלושה ימי סערה, הודיעה רשות הנמל בבוקר.", "אולי יעניין אותך: Library saves its books 2", "הדייגים בחוף המזרחי איבדו את רוב רשתותיהם וביקשו עזרה.")]
    [InlineData("फेरी फिर चलने लगीं", "शेयर करें Facebook X", "तीन दिन के तूफ़ान के बाद सोमवार को बंदरगाह की फेरी फिर चलने लगीं, बंदरगाह बोर्ड ने एक बयान में कहा।", "यह भी पढ़ें: Library saves its books 2", "पूर्वी तट के मछुआरों ने अपने अधिकतर जाल खो दिए और सरकार से मदद माँगी।")]
    [InlineData("Τα πλοία ξεκίνησαν πάλι", "Κοινοποίηση Facebook X", "Τα πλοία του λιμανιού ξεκίνησαν πάλι τη Δευτέρα ύστερα από τρεις μέρες καταιγίδας, ανακοίνωσε το λιμεναρχείο.", "Διαβάστε επίσης: Library saves its books 2", "Οι ψαράδες της ανατολικής ακτής έχασαν τα δίχτυα τους.")]
    public async Task The_last_paragraph_may_be_short_and_stand_below_a_link(string headline, string share, string first, string link, string last)
    {
        var item = await Read($"Harbour24\n\n{headline}\n\n{share}\n\n{first}\n\n{link}\n\n{last}\n\n© 2026 Harbour24");
        Assert.Equal((headline, $"{first}\n\n{last}"), (item.Headline, item.Body!.Content));
    }

    private static async Task<NewsItem> Read(string text) =>
        (await FeedReading.OfAsync(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")), new NewsReadOptions { Pages = true })).Items.Single();
}
