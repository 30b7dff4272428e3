using System.Text.Json;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Tests;

/// <summary>Plain text that a program broke at a fixed width, in a format whose texts aren't broken.</summary>
public class WrappedTextTests
{
    private const string First = "The ferries sailed again on Monday after a strike of two days, the harbour office said, and the first boats left the quay at dawn with some four hundred people on board.";
    private const string Second = "\"We are glad,\" said its head, Mara Quill, who had waited for the answer of the crews until late on Sunday.";
    private const string Third = "About 4,000 travellers were stranded on the islands, among them two classes of a school.";

    private static readonly string[] Whole = [First, Second, Third];

    [Theory]
    [InlineData("\n\n", 60)]
    [InlineData("\n\n", 72)]
    [InlineData("\n", 68)]
    [InlineData("\n   ", 65)]
    [InlineData("\r\n\r\n", 70)]
    public async Task Its_lines_are_joined(string between, int width)
    {
        var wrapped = string.Join(between, Whole.Select(paragraph => Wrap(paragraph, width)));
        Assert.Equal(string.Join("\n\n", Whole), WrappedText.Join(wrapped));
        var item = Assert.Single((await FeedReading.OfAsync($$"""{"uri":"urn:wire.example:1","type":"text","headline":"Ferries","body_text":{{JsonSerializer.Serialize(wrapped)}}}""")).Items);
        Assert.Equal(string.Join("\n\n", Whole), item.Body!.Content);
        item = Assert.Single((await FeedReading.OfAsync($$"""{"version":"https://jsonfeed.org/version/1.1","title":"Wire","items":[{"id":"1","content_text":{{JsonSerializer.Serialize(wrapped)}}}]}""")).Items);
        Assert.Equal(string.Join("\n\n", Whole), item.Body!.Content);
    }

    [Theory]
    [InlineData("Ferries to the northern islands sail again on Monday at dawn\nHarbour office asks for patience until the storm is over\nCouncil votes on the new bridge between Lorven and Tarn\nSchools of the islands stay closed until the end of week\nMarket of the old town opens again after the long repairs")]
    [InlineData("O little boat upon the sea,\nthat goes from here to there,\nwhat would you say of you and me\nif boats had words to spare?")]
    [InlineData("Quaytown 12 9 .571 and a long line of figures that goes on\nLorven 11 10 .524\nTarn 9 12 .429\nStrandby 8 13 .381 and again a long line of other figures")]
    [InlineData("- the first thing that the council decided on Monday evening was\n- the second thing that it decided was of no interest to anybody\n- the third thing was put off until the next meeting of the board\n- the fourth thing was forgotten by all who were in the room then")]
    [InlineData("The ferries sail again.\nThe harbour office is glad.\nNobody was hurt.")]
    [InlineData("湾岸市は月曜日、新しいフェリーが来週から運航を始めると発表した。会社側は安心していると述べ、利用者に\n感謝した。湾岸市は月曜日、新しいフェリーが来週から運航を始めると発表した。会社側は安心していると述\nべた。湾岸市は月曜日、新しいフェリーが来週から運航を始めると発表した。会社側は安心していると述べた。\n利用者に感謝した。")]
    public void Lines_that_end_where_they_mean_to_stay(string text) => Assert.Equal(text, WrappedText.Join(text));

    private static string Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = word;
            }
            else line = line.Length == 0 ? word : $"{line} {word}";
        }

        lines.Add(line);
        return string.Join('\n', lines);
    }
}
