namespace Dateline.Formats.Tests;

/// <summary>What agencies send in XML and JSON in manners of their own: where they put an embargo, a kill, a note, the headline.</summary>
public class AgencyDialectTests
{
    private const string Story = "<p>QUAYTOWN, Nov 16 (Alpine) - Ferries to the northern islands will sail again.</p><p>The line had been closed.</p>";

    [Theory]
    [InlineData("\"embargotime\":\"2026-11-17T06:00:00\"", "2026-11-17T06:00:00Z")]
    [InlineData("\"embargoDate\":\"2026-11-17T06:00:00+01:00\"", "2026-11-17T05:00:00Z")]
    [InlineData("\"embargoed_until\":\"2026-11-17T06:00:00Z\"", "2026-11-17T06:00:00Z")]
    [InlineData("\"embargo\":{\"until\":\"2026-11-17T06:00:00Z\"}", "2026-11-17T06:00:00Z")]
    [InlineData("\"embargoed\":true", "open")]
    [InlineData("\"editorial_note\":\"Embargoed until 17 November 2026 06:00 GMT\"", "2026-11-17T06:00:00Z")]
    [InlineData("\"embargo_text\":\"none that is known\"", "none")]
    [InlineData("\"embargoLifted\":false", "none")]
    [InlineData("\"embargoFlag\":\"false\",\"embargoDate\":\"2026-11-17T06:00:00Z\"", "2026-11-17T06:00:00Z")]
    public async Task An_embargo_in_a_member_of_any_name_holds(string member, string until) =>
        Assert.Equal(until, Embargo(await Json($"{{\"uri\":\"urn:1\",\"headline\":\"Ferries sail\",\"body_text\":\"They sail.\",{member}}}")));

    [Theory]
    [InlineData("{\"updatetype\":\"KILL\",\"pageno\":1}", PubStatus.Canceled, "KILL sig:kill")]
    [InlineData("{\"updatetype\":\"KORR\",\"multipageno\":1}", PubStatus.Usable, "KORR sig:correction")]
    [InlineData("{\"pageno\":1,\"multipageno\":1}", PubStatus.Usable, "")]
    [InlineData("[{\"code\":\"sig:correction\"}]", PubStatus.Usable, "sig:correction")]
    public async Task Signals_of_an_object_are_told_by_the_kind_of_update(string signals, PubStatus status, string heard)
    {
        var item = await Json($"{{\"uri\":\"urn:1\",\"headline\":\"Färjorna går igen\",\"signals\":{signals},\"body_text\":\"De går.\"}}");
        Assert.Equal((status, heard), (item.Status, string.Join(' ', item.Signals)));
    }

    [Theory]
    [InlineData("killed", PubStatus.Canceled)]
    [InlineData("recalled", PubStatus.Canceled)]
    [InlineData("Queensland", PubStatus.Usable)]
    public async Task The_state_of_Superdesk_counts_more_than_the_status(string state, PubStatus status) =>
        Assert.Equal(status, (await Json($"{{\"uri\":\"urn:1\",\"headline\":\"Ferries sail\",\"pubstatus\":\"usable\",\"state\":\"{state}\",\"body_text\":\"They sail.\"}}")).Status);

    [Fact]
    public async Task Of_a_video_the_video_is_taken_and_not_its_still() =>
        Assert.Equal("http://v.example/a.mp4", Assert.Single((await Json("""{"uri":"urn:1","type":"video","headline":"Ferries sail","renditions":{"still":{"href":"http://v.example/t.jpg","mimetype":"image/jpeg","width":640},"mp4":{"href":"http://v.example/a.mp4","mimetype":"video/mp4"}}}""")).Media).Href);

    [Theory]
    [InlineData("PRIV", false)]
    [InlineData("INFO", false)]
    [InlineData("PUBL", true)]
    public async Task A_profile_for_customers_is_not_for_print(string profile, bool publishable) =>
        Assert.Equal(publishable, (await Json($"{{\"uri\":\"urn:1\",\"headline\":\"Färjorna går igen\",\"profile\":\"{profile}\",\"body_text\":\"De går.\"}}")).Publishable);

    [Fact]
    public async Task Of_texts_in_several_languages_that_of_the_item_is_taken()
    {
        var item = await Json("""{"uri":"urn:1","language":"en","headlines":[{"value":"Les bacs reprennent","language":"fr"},{"value":"Ferries sail","language":"en"}],"bodies":[{"value":"<p>Les bacs reprennent la mer mardi, a annoncé le bureau.</p>","language":"fr"},{"value":"<p>They sail.</p>","language":"en"}]}""");
        Assert.Equal(("Ferries sail", "<p>They sail.</p>"), (item.Headline, item.Body!.Content));
    }

    [Fact]
    public async Task What_a_ninjs_item_is_about_beside_its_topics_is_among_the_subjects()
    {
        var item = await Json("""{"uri":"urn:1","headline":"Ferries sail","organisations":[{"name":"Harbour office"}],"places":[{"name":"Quaytown"}],"events":[{"name":"The storm"}],"people":[{"name":"Ida Holm","rel":"author"},{"name":"Per Lund","rel":"about"}]}""");
        Assert.Equal("Harbour office|Quaytown|The storm|Per Lund", string.Join('|', item.Subjects.Select(s => s.Name)));
        Assert.Equal("Ida Holm", Assert.Single(item.Authors).Name);
    }

    [Fact]
    public async Task A_dateline_of_ninjs_names_its_place() =>
        Assert.Equal("Kajstaden", (await Json("""{"uri":"urn:1","headline":"Färjorna går igen","dateline":"Kajstaden","body_text":"De går."}""")).PlaceLine?.Place);

    [Fact]
    public async Task A_place_that_is_an_object_names_its_city() =>
        Assert.Equal("Quaytown", (await Json("""{"uri":"urn:1","headline":"Ferries sail","located":{"city":"Quaytown","country":"Norland"},"body_text":"They sail."}""")).PlaceLine?.Place);

    [Theory]
    [InlineData("KILL", PubStatus.Canceled)]
    [InlineData("Kill of the motor was heard", PubStatus.Usable)]
    public async Task A_note_that_is_one_word_kills(string note, PubStatus status) => Assert.Equal(status, (await G2($"<edNote>{note}</edNote>", "<headline>Ferries sail</headline>", Story)).Status);

    [Theory]
    [InlineData("HFR: Move at noon.", "open")]
    [InlineData("Eds: For release Sunday, Nov. 22. With photos.", "open")]
    [InlineData("Eds: Prepared for release of the film on Sunday.", "none")]
    public async Task A_note_that_holds_for_release_holds(string note, string embargo) => Assert.Equal(embargo, Embargo(await Nitf($"<ed-msg info=\"{note}\"/>", "", Story)));

    [Theory]
    [InlineData("BC-Norland-Ferries,ADV22", "open")]
    [InlineData("BC-Norland-Adventure", "none")]
    public async Task An_advance_is_held(string slug, string embargo) => Assert.Equal(embargo, Embargo(await Nitf("", $"<meta name=\"anpa-keyword\" content=\"{slug}\"/>", Story)));

    [Theory]
    [InlineData("<NewsLine><NewsLineType FormalName=\"EditorsNote\"/><NewsLineText>Embargoed until 17 November 2026 06:00 GMT</NewsLineText></NewsLine>", "", "2026-11-17T06:00:00Z")]
    [InlineData("", "<Comment FormalName=\"Editorial Note\">Embargoed until 17 November 2026 06:00 GMT</Comment>", "2026-11-17T06:00:00Z")]
    [InlineData("<NewsLine><NewsLineType FormalName=\"ProductLine\"/><NewsLineText>(Photo)</NewsLineText></NewsLine>", "", "none")]
    public async Task Notes_of_NewsML_1_are_heard_wherever_they_stand(string line, string comment, string embargo) => Assert.Equal(embargo, Embargo(await NewsMl1(line, comment)));

    [Theory]
    [InlineData("<p>Editors: The agency will move the ferry story by 4 p.m.</p>", false)]
    [InlineData("<p>Eds: Corrects spelling.</p><p>Ferries sail again on Monday.</p>", true)]
    public async Task A_text_that_is_nothing_but_a_note_is_for_editors(string text, bool publishable) => Assert.Equal(publishable, (await Nitf("", "", text)).Publishable);

    [Theory]
    [InlineData("Til redaksjonen: Vi kommer med mer", "Vi kommer med mer")]
    [InlineData("Till red: Färjor kommer", "Färjor kommer")]
    [InlineData("Avertissement aux abonnés: le papier sur les bacs", "le papier sur les bacs")]
    [InlineData("Noot voor de redactie: meer later", "meer later")]
    public async Task A_headline_to_editors_is_not_for_print(string sent, string headline)
    {
        var item = await G2("", $"<headline>{sent}</headline>", Story);
        Assert.Equal((headline, false), (item.Headline, item.Publishable));
    }

    [Fact]
    public async Task PA_kills_a_story_by_its_page_and_catchline()
    {
        Assert.Equal(PubStatus.Canceled, (await Nitf("", "", "<p>Please kill 1 SEA Ferries sent at 9.01.</p>")).Status);
        Assert.Equal(PubStatus.Usable, (await Nitf("", "", "<p>Please kill time in the harbour, the office asked.</p>")).Status);
    }

    [Theory]
    [InlineData("EMBARGO: EU UNEINIG ÜBER ÖL", "EMBARGO: EU UNEINIG ÜBER ÖL", "none")]
    [InlineData("EMBARGO: Minister to resign", "Minister to resign", "open")]
    [InlineData("EMBARGO: NOT FOR RELEASE YET", "NOT FOR RELEASE YET", "open")]
    [InlineData("EMBARGO: NICHT VOR MONTAG SENDEN", "NICHT VOR MONTAG SENDEN", "open")]
    [InlineData("EMBARGO: NE PAS UTILISER AVANT MARDI", "NE PAS UTILISER AVANT MARDI", "open")]
    [InlineData("EMBARGOED-Ferries to sail", "Ferries to sail", "open")]
    [InlineData("Embargo-Streit in Brüssel", "Embargo-Streit in Brüssel", "none")]
    [InlineData("EMBARGO UNTIL 17 NOVEMBER 2026 06:00 GMT: FERRIES SAIL", "FERRIES SAIL", "2026-11-17T06:00:00Z")]
    public async Task A_headline_in_capitals_about_an_embargo_is_not_under_one(string sent, string headline, string embargo)
    {
        var item = await G2("", $"<headline>{sent}</headline>", Story);
        Assert.Equal((headline, embargo), (item.Headline, Embargo(item)));
    }

    [Theory]
    [InlineData("<headline role='hlrole:kicker'>At sea</headline><headline role='hlrole:title'>Ferries sail again</headline>", "Ferries sail again")]
    [InlineData("<headline role='hlrole:overline'>At sea</headline><headline role='hlrole:web'>Ferries sail again</headline>", "Ferries sail again")]
    [InlineData("<headline>&gt;&gt;&gt;ANSA/ I traghetti ripartono</headline>", "I traghetti ripartono")]
    [InlineData("<headline>++ I traghetti ripartono ++</headline>", "I traghetti ripartono")]
    [InlineData("<headline>C++ wins a prize</headline>", "C++ wins a prize")]
    [InlineData("<headline>CORRECTED-(OFFICIAL)-Ferries sail</headline>", "Ferries sail")]
    [InlineData("<headline>【速報】フェリー再開</headline>", "フェリー再開")]
    [InlineData("<headline>快讯：渡轮复航</headline>", "渡轮复航")]
    public async Task What_stands_around_a_headline_is_none(string sent, string headline) => Assert.Equal(headline, (await G2("", sent, Story)).Headline);

    [Theory]
    [InlineData("【波止場町共同】", "波止場町", null)]
    [InlineData("KAAISTAD 16/11 (BELGA) =", "KAAISTAD", "2026-11-16")]
    [InlineData("تهران - ایرنا -", "تهران", null)]
    [InlineData("Saint-Quai - Port", "Saint-Quai - Port", null)]
    public async Task A_place_in_a_dateline_of_its_own_is_told_from_the_agency(string sent, string place, string? day)
    {
        var item = await G2("<versionCreated>2026-11-16T09:00:00Z</versionCreated>", $"<headline>Ferries sail</headline><dateline>{sent}</dateline>", "<p>They sail.</p>");
        Assert.Equal((place, day), (item.PlaceLine?.Place, item.PlaceLine?.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>MORE FOLLOWS</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>mfl</p><p>160901 NOV 26</p>")]
    [InlineData("<p>Ferries sail again on Tuesday. (SEGUE).</p><p>YH9-HOL/LUN</p><p>16-NOV-26 10:11 NNNN</p>")]
    [InlineData("<p>Ferries sail again on Tuesday. (IHO, LUN)</p><p>Wordt vervolgd</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p># dpa-Notizblock</p><p>## Orte</p><p>- Hafenamt, Kai 1</p>")]
    [InlineData("<p>Ferries sail again on Tuesday (folgt Fortsetzung).</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>Note to Editors: a briefing will be held at 2pm.</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>MORE ih/pl</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>(suivra)</p><p>ih-pl/ls</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>ih/pl</p><p>&lt;org idsrc=\"isin\" value=\"NL01\"&gt;NORFERRY&lt;/org&gt;</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p><org idsrc=\"isin\" value=\"NL01\">NORFERRY</org></p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>Source text: [ID:nABC]</p><p>Further company coverage: [NORF.NL]</p><p>(Reuters Quaytown Newsroom)</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>Source text for Eikon: [ID:nABC] Further company coverage: [NORF.NL]</p><p>((Quaytown Newsroom; +1 555 0100))</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>(SDA-ATS\\--/a1ih)</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>© Alpine Press AG. All rights are those of Alpine Press and given for one use.</p>")]
    public async Task What_a_desk_leaves_below_a_text_is_no_part_of_it(string text) =>
        Assert.Equal("<p>Ferries sail again on Tuesday.</p>", (await G2("<provider><name>Alpine Press</name></provider>", "<headline>At sea</headline>", text)).Body!.Content);

    [Theory]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>More.</p>")]
    [InlineData("<p>He belongs to two alliances (NATO, EU).</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>© is the sign of a right.</p>")]
    [InlineData("<p>She lists her favourites: # one, # two.</p>")]
    [InlineData("<p>Ferries sail again on Tuesday.</p><p>Notes to editors were sent by hand in those days.</p>")]
    public async Task What_only_looks_like_it_stays(string text) => Assert.Equal(text, (await G2("<provider><name>Alpine Press</name></provider>", "<headline>At sea</headline>", text)).Body!.Content);

    [Fact]
    public async Task A_note_below_a_text_is_heard_before_it_goes() =>
        Assert.Equal("2026-11-17T06:00:00Z", Embargo(await G2("", "<headline>At sea</headline>", "<p>Ferries sail again.</p><p>Note to editors: embargoed until 17 November 2026 06:00 GMT.</p>")));

    [Theory]
    [InlineData("<p>1 SEA Ferries</p><p>FERRIES TO SAIL AGAIN</p><p>By Ida Holm, PA Transport Correspondent</p><p>They sail on Tuesday.</p>", "<p>They sail on Tuesday.</p>")]
    [InlineData("<h1>Ferries to sail again</h1><p>They sail on Tuesday.</p>", "<p>They sail on Tuesday.</p>")]
    [InlineData("<p>Ferries to sail again.</p><p>They sail on Tuesday.</p>", "<p>Ferries to sail again.</p><p>They sail on Tuesday.</p>")]
    [InlineData("<p>Ferries to sail again</p>", "<p>Ferries to sail again</p>")]
    public async Task The_head_once_more_leaves_the_text(string sent, string text) =>
        Assert.Equal(text, (await G2("", "<headline>Ferries to sail again</headline><slugline>SEA Ferries</slugline>", sent)).Body!.Content);

    [Theory]
    [InlineData("(Actualiza con declaraciones)", "sig:update")]
    [InlineData("(Corrige el día en el primer párrafo)", "sig:correction")]
    [InlineData("(Rettifica il giorno)", "sig:correction")]
    [InlineData("(Berichtigt wird im 1. Absatz der Tag.)", "sig:correction")]
    [InlineData("(New throughout, adds quotes)", "sig:update")]
    [InlineData("(In Nov 16 story, corrects day in paragraph 2)", "sig:correction")]
    public async Task A_note_in_brackets_is_heard_in_other_languages_too(string note, string signal)
    {
        var item = await G2("", "<headline>Ferries sail</headline>", $"<p>{note}</p><p>Puerto Muelle, 16 nov (EFE).- Los barcos zarparon.</p>");
        Assert.Equal((signal, "<p>Los barcos zarparon.</p>"), (string.Join(' ', item.Signals), item.Body!.Content));
    }

    [Fact]
    public async Task A_paragraph_that_begins_with_an_ideographic_space_is_one()
    {
        var item = await NewsMl1("", "", "　北の島へのフェリーが火曜に再開する。\n　嵐で９日間運休していた。");
        Assert.Equal("北の島へのフェリーが火曜に再開する。\n\n嵐で９日間運休していた。", item.Body!.Content);
    }

    [Fact]
    public async Task No_terms_are_terms_of_none() => Assert.Null((await Nitf("<doc.rights owner=\"AP\" type=\"none\"/>", "", Story)).Credit?.UsageTerms);

    /// <summary>A time without a zone is on the clock of the first date of its item that has one, else of the envelope; else it is UTC.</summary>
    [Theory]
    [InlineData("<versionCreated>2026-11-16T10:00:00+02:00</versionCreated><embargoed>2026-11-17T06:00:00</embargoed>", "", "2026-11-17T04:00:00Z")]
    [InlineData("<embargoed>2026-11-17T06:00:00</embargoed><versionCreated>2026-11-16T10:00:00+02:00</versionCreated>", "", "2026-11-17T04:00:00Z")]
    [InlineData("<versionCreated>2026-11-16T10:00:00Z</versionCreated><embargoed>2026-11-17T06:00:00</embargoed>", "2026-11-16T12:00:00+02:00", "2026-11-17T06:00:00Z")]
    [InlineData("<embargoed>2026-11-17T06:00:00</embargoed>", "2026-11-16T05:00:00-05:00", "2026-11-17T11:00:00Z")]
    [InlineData("<embargoed>2026-11-17T06:00:00</embargoed>", "", "2026-11-17T06:00:00Z")]
    [InlineData("<versionCreated>2026-11-16T10:00:00+02:00</versionCreated><embargoed>2026-11-17T06:00:00Z</embargoed>", "", "2026-11-17T06:00:00Z")]
    public async Task A_time_without_a_zone_is_of_the_clock_that_the_document_tells(string meta, string sent, string until)
    {
        var header = sent.Length == 0 ? "" : $"<header><sent>{sent}</sent></header>";
        var item = Assert.Single((await FeedReading.OfAsync($"<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'>{header}<itemSet><newsItem guid='urn:1'><itemMeta>{meta}</itemMeta><contentMeta><headline>Ferries sail</headline></contentMeta></newsItem></itemSet></newsMessage>")).Items);
        Assert.Equal(until, Embargo(item));
    }

    [Theory]
    [InlineData("\"firstcreated\":\"2026-11-16T08:00:00+02:00\",\"versioncreated\":\"2026-11-16T10:00:00\"", "2026-11-16T08:00:00Z")]
    [InlineData("\"versioncreated\":\"2026-11-16T10:00:00\"", "2026-11-16T10:00:00Z")]
    public async Task So_is_one_in_JSON(string members, string made) =>
        Assert.Equal(made, SampleFacts.Time((await Json($"{{\"uri\":\"urn:1\",\"headline\":\"Ferries sail\",{members}}}")).VersionCreated));

    private static string Embargo(NewsItem item) => item.Embargo is null ? "none" : item.Embargo.Until is { } until ? SampleFacts.Time(until) : "open";

    private static async Task<NewsItem> Json(string ninjs) => Assert.Single((await FeedReading.OfAsync(ninjs)).Items);

    private static async Task<NewsItem> G2(string meta, string content, string body) => Assert.Single((await FeedReading.OfAsync(
        $"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:1'><itemMeta>{meta}</itemMeta><contentMeta>{content}</contentMeta><contentSet><inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><body>{body}</body></html></inlineXML></contentSet></newsItem>")).Items);

    private static async Task<NewsItem> Nitf(string document, string meta, string body) => Assert.Single((await FeedReading.OfAsync(
        $"<nitf><head>{meta}<docdata><doc-id id-string='1'/>{document}</docdata></head><body><body.head><hedline><hl1>At sea</hl1></hedline></body.head><body.content>{body}</body.content></body></nitf>")).Items);

    private static async Task<NewsItem> NewsMl1(string line, string comment, string text = "They sail.") => Assert.Single((await FeedReading.OfAsync(
        $"<NewsML Version='1.2'><NewsItem><Identification><NewsIdentifier><ProviderId>alpine.example</ProviderId><DateId>20261116</DateId><NewsItemId>1</NewsItemId></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>At sea</HeadLine>{line}</NewsLines><ContentItem>{comment}<DataContent>{text}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>")).Items);
}
