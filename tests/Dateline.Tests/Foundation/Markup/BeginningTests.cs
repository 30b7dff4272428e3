using Dateline.Foundation.Markup;

namespace Dateline.Tests.Foundation.Markup;

public class BeginningTests
{
    [Theory]
    [InlineData("The strait reopened at dawn.", true)]
    [InlineData("THE STRAIT – reopened, at dawn", true)]
    [InlineData("The strait reopened at dawn. Eleven ships passed before noon.", true)]
    [InlineData("The strait reopened at dawn. Eleven ships pas [...]", true)]
    [InlineData("The strait reopened at dawn. Eleven ships passed before noon. Nobody was hurt.", false)]
    [InlineData("The strait reopened at dusk.", false)]
    [InlineData("Eleven ships passed before noon.", false)]
    [InlineData("…", false)]
    [InlineData("", false)]
    public void A_summary_is_the_beginning_of_the_text_or_says_something_else(string summary, bool beginning) =>
        Assert.Equal(beginning, Beginning.Is(summary, Body.Plain("The strait reopened at dawn.", "Eleven ships passed before noon.")));

    [Fact]
    public void Nothing_begins_an_empty_text() => Assert.False(Beginning.Is("The strait", Body.Empty));
}
