namespace Dateline.Formats.Tests;

public class GuardedTests
{
    [Fact]
    public void A_rule_that_fails_costs_its_item_and_lets_nothing_through()
    {
        var item = new NewsItem { Uri = "1", Headline = "EMBARGOED: Ferry study", Raw = "<item/>" };
        var reject = Assert.IsType<Reject>(NewsReader.Guarded(item, _ => throw new FormatException("a mistake of ours")));
        Assert.Equal((RejectCode.Failed, "<item/>", "EMBARGOED: Ferry study"), (reject.Code, reject.Raw, reject.Excerpt));
        Assert.EndsWith("read again when that is mended.", reject.Reason, StringComparison.Ordinal);
        Assert.Same(item, NewsReader.Guarded(item, sent => sent));
    }
}
