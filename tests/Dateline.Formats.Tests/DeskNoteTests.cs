using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>A note to editors is never printed, and what it says of the version is heard.</summary>
public class DeskNoteTests
{
    [Theory]
    [InlineData("CORRECTION: name in second paragraph", "sig:correction", true)]
    [InlineData("Eds: CORRECTS spelling. With AP Photos.", "sig:correction", true)]
    [InlineData("Adds quotes, corrects name in paragraph 3", "sig:correction sig:update", true)]
    [InlineData("Korrigiert Zahl im 2. Absatz", "sig:correction", true)]
    [InlineData("Actualise avec déclarations", "sig:update", true)]
    [InlineData("Spelling of Quay is correct", "", true)]
    [InlineData("No corrections so far. Photos will be added.", "", true)]
    [InlineData("MANDATORY KILL", "sig:kill", false)]
    [InlineData("KILL: story withdrawn, do not publish", "sig:kill", false)]
    [InlineData("Eds: STORY REMOVED", "sig:kill", false)]
    [InlineData("Meldung zurückgezogen, bitte nicht verwenden", "sig:kill", false)]
    [InlineData("Bitte die Meldung nicht mehr verwenden", "sig:kill", false)]
    [InlineData("Prière d'annuler", "sig:kill", false)]
    [InlineData("Si prega di annullare la notizia", "sig:kill", false)]
    [InlineData("Saken trekkes", "sig:kill", false)]
    [InlineData("Annulation du match, réaction du maire", "", true)]
    [InlineData("Kill switch explained in third paragraph", "", true)]
    [InlineData("Story of the killed ferryman, with photo", "", true)]
    [InlineData("Mit Foto. Kandidat hat zurückgezogen", "", true)]
    public async Task A_note_to_editors_signals(string note, string signals, bool publishable)
    {
        string[] documents =
        [
            $"""<nitf><head><docdata><ed-msg info="{note}"/></docdata></head><body><body.head><hedline><hl1>Ferries sail</hl1></hedline></body.head></body></nitf>""",
            $"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1"><itemMeta><edNote>{note}</edNote></itemMeta><contentMeta><headline>Ferries sail</headline></contentMeta></newsItem>""",
            $$"""{"uri":"urn:x:1","pubstatus":"usable","versioncreated":"2026-11-16T10:00:00Z","headline":"Ferries sail","ednote":"{{note}}"}""",
        ];
        foreach (var document in documents)
        {
            var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(document))).Items);
            Assert.Equal(signals, string.Join(' ', item.Signals));
            Assert.Equal(publishable, item.Publishable);
            Assert.Equal(publishable ? PubStatus.Usable : PubStatus.Canceled, item.Status);
            Assert.DoesNotContain(note, $"{item.Headline}{item.Summary}{item.Body?.Content}", StringComparison.Ordinal);
        }
    }
}
