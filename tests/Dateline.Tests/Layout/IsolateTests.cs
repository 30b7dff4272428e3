using Dateline.Layout.Languages;

namespace Dateline.Tests.Layout;

/// <summary>Names from either side in sentences from either side.</summary>
public class IsolateTests
{
    [Theory]
    [InlineData("en", "Dr. Smith, Ph.D.", false)]
    [InlineData("en", "7!", false)]
    [InlineData("en", "سلمى", true)]
    [InlineData("en", "Reader (٣)", true)]
    [InlineData("ar", "سلمى", false)]
    [InlineData("ar", "Dr. Smith, Ph.D.", true)]
    [InlineData("ar", "سلمى Smith", true)]
    [InlineData("fa", "Dr. Who?", true)]
    [InlineData("fa", "7!", true)]
    public void A_name_is_kept_to_itself_where_it_runs_the_other_way(string language, string name, bool isolated) =>
        Assert.Equal(isolated ? $"\u2068{name}\u2069" : name, Wording.Of(language).Isolated(name));

    [Fact]
    public void A_text_comes_apart_into_its_own_words_and_the_names()
    {
        Assert.Equal([("Reply to ", false), ("{1}", true)], Wording.Of("en").Pieces("reply.answer", "{1}"));
        Assert.Equal([("New replies to “", false), ("Strait", true), ("”", false)], Wording.Of("en").Pieces("follow.story", "Strait"));
        Assert.Equal([("Name", false)], Wording.Of("en").Pieces("reply.name"));
    }
}
