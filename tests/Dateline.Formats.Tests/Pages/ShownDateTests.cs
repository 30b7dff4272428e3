namespace Dateline.Formats.Tests.Pages;

/// <summary>When a story was published and by whom, as pages of many languages say it to their readers.</summary>
public class ShownDateTests
{
    private const string Headline = "Ferries sail again after the storm";
    private const string First = "The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said.";
    private const string Second = "Some four thousand passengers had waited on the quay, the board's chair told reporters on Monday.";

    private static Task<NewsItem> Read(string above) => DumpTests.Read($"{Headline}\n{above}\n\n{First}\n\n{Second}");

    [Theory]
    [InlineData("Понедельник, 16 ноября 2026, 10:15", "10:15")]
    [InlineData("Понеділок, 16 листопада 2026, 10:15", "10:15")]
    [InlineData("Δευτέρα, 16 Νοεμβρίου 2026, 10:15", "10:15")]
    [InlineData("poniedziałek, 16 listopada 2026, 9:15", "9:15")]
    [InlineData("måndag 16 november 2026 kl. 09.15", "9:15")]
    [InlineData("2026. november 16. 09:15", "9:15")]
    [InlineData("2026. november 16., hétfő 09:15", "9:15")]
    [InlineData("Thứ hai, 16/11/2026, 15:15 (GMT+7)", "8:15")]
    [InlineData("16 tháng 11, 2026", "0:00")]
    [InlineData("16 พ.ย. 2569 15:15 น.", "15:15")]
    [InlineData("16 नवंबर 2026, 13:45 IST", "8:15")]
    [InlineData("প্রকাশ: ১৬ নভেম্বর ২০২৬, ১৪:১৫", "14:15")]
    [InlineData("16 בנובמבר 2026, 10:15", "10:15")]
    [InlineData("پیر 16 نومبر 2026", "0:00")]
    [InlineData("Jumatatu, Novemba 16 2026", "0:00")]
    [InlineData("입력 2026.11.16. 오후 5:15", "17:15")]
    [InlineData("2026年11月16日（月）17:15", "17:15")]
    [InlineData("2026年11月16日 下午5:15", "17:15")]
    [InlineData("Mara Quill — Понеділок, 16 листопада 2026, 10:15", "10:15")]
    public async Task The_day_is_read(string line, string time)
    {
        var item = await Read(line);
        Assert.Equal(new DateTimeOffset(new DateTime(2026, 11, 16).Add(TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture)), TimeSpan.Zero), item.Published);
        Assert.Equal($"{First}\n\n{Second}", item.Body!.Content);
    }

    [Theory]
    [InlineData("The 16 ferries of 2026")]
    [InlineData("May 16 2026 be good")]
    [InlineData("31 พ.ย. 2569")]
    [InlineData("On Monday 16 ferries sailed in 2026")]
    public async Task No_day_is_guessed(string line) => Assert.Null((await Read(line)).Published);

    [Theory]
    [InlineData("Autor: Katarzyna Wolna\n16 listopada 2026, 09:15", "Katarzyna Wolna")]
    [InlineData("Автор: Ирина Лаптева\n16 ноября 2026", "Ирина Лаптева")]
    [InlineData("Mara Quill\n2–3 minutes", "Mara Quill")]
    [InlineData("Text: a short one", null)]
    public async Task The_writer_is_read(string above, string? byline) => Assert.Equal(byline, (await Read(above)).Byline);

    [Theory]
    [InlineData("Mon, 16 Nov 2026 15:15:00 (GMT+7)")]
    [InlineData("2026-11-16 15:15 (UTC+7)")]
    [InlineData("Mon, 16 Nov 2026 15:15:00 +0700 (GMT+8)")]
    public void A_zone_in_brackets_is_the_zone_where_no_other_is(string date)
    {
        Assert.True(Dateline.Formats.Text.NewsDate.TryRead(date, out var instant));
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 8, 15, 0, TimeSpan.Zero), instant);
    }
}
