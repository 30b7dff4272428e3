using Dateline.Browser.Tests.House;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Pages;

/// <summary>A page of the house: its name, its address, and what is done there to see it.</summary>
internal sealed record Place(string Name, string Address, int Status = 200)
{
    /// <summary>What is pressed at the address; the answer to that is the page. Null: the address is the page.</summary>
    public Func<IPage, Task>? Press { get; init; }

    /// <summary>Where the form goes, when that isn't the address itself.</summary>
    public string? PostedTo { get; init; }

    /// <summary>What is opened on the page once it is there.</summary>
    public Func<IPage, Task>? Open { get; init; }

    /// <summary>Goes there; the source as it came.</summary>
    public async Task<string> Show(Visitor visitor)
    {
        if (Press is null)
        {
            var page = await visitor.GoTo(Address, Status);
            if (Open is not null) await Open(visitor.Page);
            return await page.TextAsync();
        }
        await visitor.GoTo(Address);
        if (Status >= 400) visitor.ExpectRefusal(PostedTo ?? Address);
        var answer = await visitor.Press(Press);
        Assert.True(answer.Status == Status || (Status == 200 && answer.Status == 303), $"{Name} answered {answer.Status}, not {Status}");
        return await answer.TextAsync();
    }
}
