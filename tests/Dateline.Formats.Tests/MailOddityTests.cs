namespace Dateline.Formats.Tests;

/// <summary>What mail programs, lists and press offices do to letters.</summary>
public class MailOddityTests
{
    [Fact]
    public async Task A_letter_passed_on_from_a_phone_is_the_quoted_one()
    {
        var item = await Letter("From: Ida Lund <ida@house.example>\nSubject: Fwd: Statement on ferries\nContent-Type: text/plain; charset=utf-8", "FYI\n\nSent from my iPhone\n\nBegin forwarded message:\n\n> From: Port Office <press@port.example>\n> Subject: Statement on ferries\n> Date: 16 November 2026 at 08:58:12 GMT\n> To: newsdesk@house.example\n> \n> Statement on ferries\n> \n> The port regrets the delay of its ferries this weekend. Ferries resume on Monday.");
        Assert.Equal(("The port regrets the delay of its ferries this weekend. Ferries resume on Monday.", "Port Office"), (item.Body!.Content, item.Credit?.Provider));
    }

    [Fact]
    public async Task Whose_letter_a_list_sends_on_stands_before_via()
    {
        var item = await Letter("From: \"Mara Quill via Quay News\" <noreply@list.example>\nReply-To: Mara Quill <mara@quay.example>\nList-Id: <quay-news.list.example>\nSubject: Ferries resume\nContent-Type: text/plain", "Ferries resumed on Monday after two days of storm, the port said.");
        Assert.Equal(("Mara Quill", "Quay News"), (item.Byline, item.Credit?.Provider));
        Assert.Equal(new Author("Mara Quill", "mara@quay.example"), Assert.Single(item.Authors));
    }

    [Fact]
    public async Task Stars_that_a_mail_program_wrote_for_bold_are_none_of_the_text()
    {
        const string Html = "<html><body><p>x</p></body></html>";
        var item = await Letter("From: Mara Quill <mara@quay.example>\nSubject: Los barcos vuelven a Ceuta\nContent-Type: multipart/alternative; boundary=b", $"--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n[image: logo]\n\nNOTA DE PRENSA\n\n*Los barcos vuelven a Ceuta*\n\n*Ceuta, 16 de noviembre de 2026.-* Los barcos vuelven a navegar tras el temporal de *dos* días.\n\n--b\nContent-Type: text/html\n\n{Html}\n--b--");
        Assert.Equal(("Ceuta", "Los barcos vuelven a navegar tras el temporal de dos días."), (item.PlaceLine?.Place, item.Body!.Content));
    }

    [Fact]
    public async Task PAs_hour_is_Londons_in_its_letters_too()
    {
        var item = await Letter("From: PA Media <copy@pa.example>\nSubject: Ferries (Embargoed to 0001 Tuesday November 17)\nContent-Type: text/plain", "Embargoed to 0001 Tuesday November 17\n\nFerries will resume on Tuesday after two days of storm, the port has said.");
        Assert.Equal(new DateTimeOffset(2026, 11, 17, 0, 1, 0, TimeSpan.Zero), item.Embargo?.Until);
    }

    [Theory]
    [InlineData("Comunicato stampa n. 12 - Riprendono i traghetti", "Riprendono i traghetti")]
    [InlineData("Пресс-релиз № 12: Паромы снова ходят", "Паромы снова ходят")]
    public async Task A_numbered_kind_is_no_headline(string subject, string headline) =>
        Assert.Equal(headline, (await Letter($"From: Mara Quill <mara@quay.example>\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8", "Dopo due giorni di stop riprendono i traghetti per Capri.")).Headline);

    [Fact]
    public async Task A_year_has_its_word_in_Russian()
    {
        var item = await Letter("From: Mara Quill <mara@quay.example>\nSubject: Паромы\nContent-Type: text/plain; charset=utf-8", "Самара, 16 ноября 2026 г. – Паромы снова ходят через Волгу после двух дней шторма.");
        Assert.Equal(("Самара", new DateOnly(2026, 11, 16)), (item.PlaceLine?.Place, item.PlaceLine?.Date));
    }

    [Theory]
    [InlineData("Gabinete de Comunicación")]
    [InlineData("Presseamt Stadt Quayhafen")]
    public async Task Offices_of_towns_are_no_bylines(string name) =>
        Assert.Null((await Letter($"From: {name} <presse@quay.example>\nSubject: Ferries\nContent-Type: text/plain; charset=utf-8", "Ferries resumed on Monday after two days of storm, the port said.")).Byline);

    private static async Task<NewsItem> Letter(string head, string text) =>
        Assert.Single((await FeedReading.OfAsync($"Date: Mon, 16 Nov 2026 09:12:40 +0000\nMessage-ID: <1@quay.example>\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n{head}\n\n{text}\n")).Items);
}
