using Dateline.Desk.Editions;
using Dateline.Foundation.Pages;
using Dateline.People;
using Dateline.Stories;
using Microsoft.AspNetCore.Identity;

namespace Dateline.Desk.Doors;

/// <summary>/desk/first-run : there while nobody works here.</summary>
internal static class FirstRunRoute
{
    public const string Path = "/desk/first-run";

    public static async Task<IResult> Get(FirstRunCode code, Register register, CancellationToken cancel)
    {
        if (!await code.IsOpen(cancel)) return new SeeOther("/desk");
        return Page(new FirstRunForm { AsksEdition = (await register.Book(cancel)).Editions.Count == 0 }, []);
    }

    public static async Task<IResult> Post(
        FormFields fields, HttpContext http, FirstRunCode code, FirstRun firstRun, Register register, Knocks knocks, SignInManager<Staff> signIn, CancellationToken cancel)
    {
        if (!await code.IsOpen(cancel)) return new SeeOther("/desk");
        var form = await Read(fields, register, cancel);
        var from = http.Connection.RemoteIpAddress;
        if (await knocks.Try(from, cancel) is not { } counted) return Page(form, [new Refusal("", T("Too many wrong codes came from your network. Wait ten minutes."))], StatusCodes.Status429TooManyRequests);

        var (staff, position, refusals) = await firstRun.Open(form, fields["password"], fields["setup"], cancel);
        if (staff is null && refusals is [{ Code: "setup" }]) return Page(form, refusals, StatusCodes.Status422UnprocessableEntity);
        await knocks.TakeBack(counted, cancel); // the code was right
        if (staff is null) return Page(form, refusals, StatusCodes.Status422UnprocessableEntity);
        await signIn.SignInAsync(staff, isPersistent: true);
        return new SeeOther("/desk/editions", position, asCookie: true);
    }

    private static async Task<FirstRunForm> Read(FormFields fields, Register register, CancellationToken cancel) => new()
    {
        Name = fields["me"],
        Email = fields["email"],
        AsksEdition = (await register.Book(cancel)).Editions.Count == 0,
        Edition = new EditionDraft
        {
            Code = fields["lang"].Split('-')[0],
            Language = fields["lang"],
            TimeZone = fields["zone"],
            ShortName = fields["short"],
            FullName = fields["agency"],
        },
    };

    private static StaffPage<FirstRunPage> Page(FirstRunForm form, IReadOnlyList<Refusal> problems, int status = StatusCodes.Status200OK) =>
        new(new() { [nameof(FirstRunPage.Form)] = form, [nameof(FirstRunPage.Problems)] = problems }, status);
}
