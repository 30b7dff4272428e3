namespace Dateline.Formats.Tests.Pages;

/// <summary>Dumps with a head of labels, with a short beginning, with the reporter above the headline.</summary>
public class DumpLabelTests
{
    private const string Headline = "Ferry service resumes to the northern islands";
    private const string Story = "Ferries sailed again from Quaytown on Monday after three weeks of storms, the port authority said.\n\nThe first boat left at dawn with 240 passengers and forty cars on board, and a second followed at noon.";

    private static async Task<NewsItem> Read(string text) => Assert.Single((await FeedReading.OfAsync(text, new NewsReadOptions { Pages = true })).Items);

    [Theory]
    [InlineData("Title: {0}\nAuthor: Mara Quill\nDate: November 16, 2026\nSource: Harbour Wire\n")]
    [InlineData("Date: 16 Nov 2026\nHEADLINE: {0}\nBy: Mara Quill\nSource: Harbour Wire\nBody:\n")]
    [InlineData("**Title:** {0}\n**Author:** Mara Quill\n**Date:** 2026-11-16\n**Source:** Harbour Wire\n")]
    [InlineData("العنوان: {0}\nالكاتب: Mara Quill\nالتاريخ: 16 نوفمبر 2026\nالمصدر: Harbour Wire\n")]
    public async Task A_head_of_labels_is_read(string head)
    {
        var item = await Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, head, Headline) + "\n" + Story);
        Assert.Equal((Headline, "Mara Quill", "Harbour Wire", Story), (item.Headline, item.Byline, item.Credit?.Source, item.Body!.Content));
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero), item.Published);
    }

    [Fact]
    public async Task Its_address_tags_and_section_are_read_too()
    {
        var item = await Read($"Title: {Headline}\nURL: https://harbourwire.example/2041\nCategory: Transport\nTags: ferries, storms\nLanguage: en\n\nFerries sail.\n\n{Story}");
        Assert.Equal(("https://harbourwire.example/2041", "https://harbourwire.example/2041", "Transport|ferries|storms", "en"), (item.Uri, item.Page, string.Join('|', item.Keywords), item.Language));
    }

    [Theory]
    [InlineData("Recipe of the week\n\nTitle: is the first thing one needs, says the old cook, and then a sharp knife and a clean board and a little patience.\n\n")]
    [InlineData("Recipe of the week\n\nAuthor: unknown, says the second page of the book that was found under the floor of the kitchen at Quaytown.\n\n")]
    public async Task A_paragraph_that_begins_so_is_one(string above)
    {
        var item = await Read(above + Story);
        Assert.Equal(("Recipe of the week", above["Recipe of the week\n\n".Length..] + Story), (item.Headline, item.Body!.Content));
    }

    [Fact]
    public async Task Lines_of_tags_and_section_are_keywords()
    {
        var item = await Read($"{Headline}\n\nSection: Transport\n\n{Story}\n\nTags: ferries, harbour");
        Assert.Equal((Headline, "Transport|ferries|harbour", Story), (item.Headline, string.Join('|', item.Keywords), item.Body!.Content));
    }

    [Theory]
    [InlineData("Mara Quill", "Mara Quill")]
    [InlineData("Climate Change", null)]
    [InlineData("Premier League", null)]
    [InlineData("Harbour Wire", null)]
    public async Task A_reporter_may_stand_above_headline_and_date(string above, string? byline)
    {
        var item = await Read($"{above}\n{Headline}\nNovember 16, 2026\n\n{Story}");
        Assert.Equal((Headline, byline), (item.Headline, item.Byline));
    }

    [Theory]
    [InlineData("به گزارش ایسنا، حرکت شناورها پس از سه هفته توفان روز دوشنبه از سر گرفته شد.\n\nسازمان بنادر اعلام کرد نخستین شناور سپیده‌دم با ۲۴۰ مسافر حرکت کرد.", "ایسنا")]
    [InlineData("تهران - ایرنا - حرکت شناورها پس از سه هفته توفان روز دوشنبه از سر گرفته شد.\n\nبه گزارش روز دوشنبه ایرنا از لورون، نخستین شناور سپیده‌دم با ۲۴۰ مسافر حرکت کرد.", "ایرنا")]
    public async Task A_short_first_paragraph_is_not_lost(string text, string source)
    {
        var item = await Read("ازسرگیری حرکت شناورها به جزایر شمالی\n\n" + text);
        Assert.Equal(source, item.Credit?.Source);
        Assert.StartsWith("حرکت شناورها پس از سه هفته", item.Body!.Content, StringComparison.Ordinal);
        Assert.Contains("نخستین شناور", item.Body.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_to_the_reader_within_a_story_is_part_of_it()
    {
        const string Rest = "What do you think?\n\nThe council thinks that the people should decide, and will ask them in the spring with a ballot paper of its own.";
        Assert.Equal($"{Story}\n\n{Rest}", (await Read($"{Headline}\n\nBy Mara Quill\n\n{Story}\n\n{Rest}")).Body!.Content);
        Assert.Equal(Story, (await Read($"{Headline}\n\nBy Mara Quill\n\n{Story}\n\nWhat do you think?\n\nLeave a comment\n\nName\nEmail")).Body!.Content);
    }

    [Fact]
    public async Task An_interview_is_called_by_the_line_above_name_and_day()
    {
        const string Talk = "How was the storm?\n\nIt was the worst that I have seen in twenty years, and I hope never to see one like it again in my life.\n\nWhat did you do?\n\nWe waited. The telephone lines were down for nine days, and the islands had to help themselves as they always did.";
        var item = await Read($"Ferries: an interview with Ida Holm\nTom Hale\nMonday 16 November 2026\n\n{Talk}");
        Assert.Equal(("Ferries: an interview with Ida Holm", "Tom Hale", Talk), (item.Headline, item.Byline, item.Body!.Content));
    }

    [Fact]
    public async Task What_Markdown_draws_is_no_text()
    {
        var item = await Read($"# {Headline}\n\n*By Mara Quill | November 16, 2026*\n\n**QUAYTOWN, Nov 16 (AP)** — {Story}\n\n> \"We are glad,\" said Ida Holm.\n\n* 240 passengers came");
        Assert.Equal((Headline, "Mara Quill", "QUAYTOWN", "AP"), (item.Headline, item.Byline, item.PlaceLine?.Place, item.Credit?.Source));
        Assert.StartsWith($"{Story}\n\n\"We are glad,\" said Ida Holm.", item.Body!.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_sentence_above_a_dateline_is_the_summary()
    {
        var item = await Read($"{Headline}\n\nThe northern islands had waited for their boats.\n\nQUAYTOWN, Nov 16 (Reuters) - {Story}");
        Assert.Equal(("The northern islands had waited for their boats.", Story), (item.Summary, item.Body!.Content));
    }

    [Fact]
    public async Task The_name_of_the_house_is_no_headline()
    {
        var item = await Read($"International Shia News Agency\n\nSHAFAQNA- {Headline}\nNovember 16, 2026/0 Comments/in Featured, News /by editor\n\nSHAFAQNA (International Shia News Association)- {Story}\n\nSource: PressTV");
        Assert.Equal((Headline, "PressTV", "SHAFAQNA"), (item.Headline, item.Credit?.Source, item.Credit?.Distributor));
    }

    [Theory]
    [InlineData("מאת: דנה כהן", "דנה כהן")]
    [InlineData("بقلم: سامي الحداد", "سامي الحداد")]
    [InlineData("2026年11月16日 来源：海湾日报 作者：王小明", "王小明")]
    public async Task Who_wrote_it_is_said_in_other_scripts(string line, string byline) => Assert.Equal(byline, (await Read($"{Headline}\n{line}\n\n{Story}")).Byline);

    [Theory]
    [InlineData("SOURCE Port of Quaytown", "Port of Quaytown")]
    [InlineData("Pressekontakt:\nMara Kai\n\nOriginal-Content von: Hafen Lorven, übermittelt durch news aktuell", "Hafen Lorven")]
    public async Task Who_pays_for_a_release_is_its_source(string below, string source) => Assert.Equal(source, (await Read($"{Headline}\n\n{Story}\n\n{below}")).Credit?.Source);

    [Theory]
    [InlineData("(Reporting by Mara Quill; Editing by Tom Hale)", "Mara Quill", "Tom Hale editor")]
    [InlineData("Pewarta: Sari Dewi\nEditor: Budi Hal", "Sari Dewi", "Budi Hal editor")]
    [InlineData("(إعداد سامي الحداد - تحرير منى سالم)", "سامي الحداد", "منى سالم editor")]
    public async Task Who_worked_on_it_is_named_below(string below, string byline, string contributors)
    {
        var item = await Read($"{Headline}\n\n{Story}\n\n{below}\n\nLeave a reply");
        Assert.Equal((byline, contributors, Story), (item.Byline, string.Join('|', item.Contributors.Select(person => $"{person.Name} {person.Role}")), item.Body!.Content));
    }

    [Theory]
    [InlineData("PAP / 16.11.2026 09:30", "PAP")]
    [InlineData("Agência Lusa\n16 nov 2026, 09:30", "Agência Lusa")]
    [InlineData("Stand: 16.11.2026, 09:30 Uhr", null)]
    public async Task When_and_whose_it_is_stands_above(string line, string? source)
    {
        var item = await Read($"{Headline}\n\n{line}\n\n{Story}");
        Assert.Equal((new DateTimeOffset(2026, 11, 16, 9, 30, 0, TimeSpan.Zero), source), (item.Published, item.Credit?.Source));
    }

    [Fact]
    public async Task Above_a_caption_an_agency_is_credited_for_the_picture() =>
        Assert.Null((await Read($"{Headline}\n\nMara Quill\n16 November 2026\n\nReuters\nFerries left the harbour on Monday\n\n{Story}")).Credit?.Source);

    [Fact]
    public async Task The_name_of_a_publishing_system_is_no_byline()
    {
        var item = await PageExtractionTests.Read($"<html><head><meta name=\"author\" content=\"Super User\"></head><body><article><h1>{Headline}</h1><p class=\"byline\">Written by Mara Quill</p><p>{Story.Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></article></body></html>");
        Assert.Equal("Mara Quill", item.Byline);
    }

    [Fact]
    public async Task Below_Reuters_principles_stands_who_its_reporters_are()
    {
        var item = await PageExtractionTests.Read($"<html><body><article><h1>{Headline}</h1><p>{Story.Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p><p>Reporting by Mara Quill; Editing by Tom Hale</p><p>Our Standards: The Thomson Reuters Trust Principles., opens new tab</p><p>Thomson Reuters</p><p>Mara covers shipping from Quaytown. She has been with the agency since 2010, and lives near the pier.</p></article></body></html>");
        Assert.Equal(("Mara Quill", "Thomson Reuters"), (item.Byline, item.Credit?.Source));
        Assert.EndsWith("followed at noon.", PageExtractionTests.Text(item).TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_page_says_of_its_picture_is_read()
    {
        const string Data = """{"@type":"NewsArticle","headline":"Ferry service resumes","keywords":["ferries","storms"],"image":[{"@type":"ImageObject","url":"https://q.example/a.jpg","caption":"A ferry leaves","creditText":"Carl Dunn/AFP"}]}""";
        var item = await PageExtractionTests.Read($"<html><head><script type=\"application/ld+json\">{Data}</script></head><body><article><h1>Ferry service resumes</h1><p>{Story.Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></article></body></html>");
        Assert.Equal(("A ferry leaves", "Carl Dunn/AFP", "ferries|storms"), (item.Media[0].Caption, item.Media[0].Credit, string.Join('|', item.Keywords)));
    }
}
